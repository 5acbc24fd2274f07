package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.application.HttpTest;

/** Of operations that the small application does not have. */
@QuarkusTest
class ContractFilterTest extends HttpTest {

    @Test
    void what_a_call_is_refused_without_is_required_and_says_what_it_is_for() {
        Parameter key = header("Idempotency-Key");
        Parameter version = header("If-Match");
        Operation operation = answering("201", "Made");
        operation.addParameter(key).addParameter(version);
        filter(operation);

        assertThat(List.of(key, version)).allSatisfy(header -> {
            assertThat(header.getRequired()).isTrue();
            assertThat(header.getDescription()).isNotBlank();
        });
        assertThat(operation.getResponses().getAPIResponses()).containsKeys("409", "412", "422", "428");
    }

    @Test
    void a_version_that_is_only_honoured_is_not_asked_for() {
        Parameter version = header("If-Match").required(false).description("Its own words");
        Operation operation = answering("200", "OK").addParameter(version);
        filter(operation);

        assertThat(version.getRequired()).isFalse();
        assertThat(version.getDescription()).isEqualTo("Its own words");
        assertThat(operation.getResponses().getAPIResponses())
                .containsKey("412")
                .doesNotContainKey("428");
    }

    @Test
    void a_status_that_the_description_names_is_an_answer_and_no_other_number_is() {
        Operation operation =
                answering("200", "OK").description("422 same-person, 409 legal-hold. At most 499 of 4220.");
        filter(operation);

        assertThat(operation.getResponses().getAPIResponses()).containsOnlyKeys("200", "409", "422", "500", "503");
    }

    @Test
    void headers_stand_where_the_words_speak_of_them_and_are_described_once() {
        Operation made = answering("201", "Made; Location names it");
        Operation listed = answering("201", "Recorded");
        Operation read = answering("200", "OK").summary("One, with an ETag");
        Operation changed = answering("200", "OK").addParameter(header("If-Match"));
        Operation decided =
                answering("200", "OK").addParameter(header("Idempotency-Key")).addParameter(header("If-Match"));
        Components components = filter(made, listed, read, changed, decided);

        assertThat(answer(made, "201").getHeaders().get("Location").getRef())
                .isEqualTo("#/components/headers/Location");
        assertThat(answer(read, "200").getHeaders()).containsOnlyKeys("ETag");
        assertThat(answer(changed, "200").getHeaders()).containsOnlyKeys("ETag");
        assertThat(answer(listed, "201").getHeaders()).isNullOrEmpty();
        assertThat(answer(decided, "200").getHeaders()).isNullOrEmpty();
        assertThat(components.getResponses().get("Problem503").getHeaders()).containsOnlyKeys("Retry-After");
        assertThat(components.getHeaders()).containsOnlyKeys("ETag", "Location", "Retry-After", "WWW-Authenticate");
        assertThat(components.getHeaders().get("ETag").getRequired()).isTrue();
        assertThat(components.getHeaders().get("Retry-After").getRequired()).isFalse();
    }

    @Test
    void a_page_is_text_and_the_same_as_json_keeps_its_schema() {
        Operation operation = answering("200", "OK");
        Schema schema = OASFactory.createSchema().ref("ThingView");
        answer(operation, "200")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json", OASFactory.createMediaType().schema(schema))
                        .addMediaType("text/html", OASFactory.createMediaType().schema(schema)));
        filter(operation);

        var media = answer(operation, "200").getContent().getMediaTypes();
        assertThat(media.get("text/html").getSchema().getType()).containsExactly(Schema.SchemaType.STRING);
        assertThat(media.get("application/json").getSchema().getRef()).endsWith("ThingView");
    }

    /** It has content: one that has none is a 204. */
    private static Operation answering(String status, String description) {
        Operation operation = OASFactory.createOperation();
        operation.setResponses(OASFactory.createAPIResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(OASFactory.createContent()
                                        .addMediaType("application/json", OASFactory.createMediaType()))));
        return operation;
    }

    private static Parameter header(String name) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER);
    }

    private static APIResponse answer(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status);
    }

    private static Components filter(Operation... operations) {
        OpenAPI contract = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents())
                .paths(OASFactory.createPaths());
        for (int i = 0; i < operations.length; i++) {
            contract.getPaths()
                    .addPathItem("/v1/things-" + i, OASFactory.createPathItem().POST(operations[i]));
        }
        new ContractFilter().filterOpenAPI(contract);
        return contract.getComponents();
    }
}
