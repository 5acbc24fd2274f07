package uk.helpathand.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.api.Role;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.Caller.Call;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;
import uk.helpathand.platform.fixture.TestTraces;
import uk.helpathand.platform.fixture.TraceCollector.Taken;
import uk.helpathand.platform.outbox.Outbox;

/** What is told of a call, as a collector takes it. */
@QuarkusTest
class TracesTest extends HttpTest {

    /** The other service, which may do here what an adviser may. */
    private static final String SERVICE = TestRealm.token("contact-service", Role.HANDOVER, Role.ADVISER);

    @Inject
    Outbox outbox;

    @Inject
    CurrentVertxRequest request;

    private final String parent = TestTraces.newParent();

    @Test
    void a_call_is_told_by_its_template_its_status_and_the_ids_in_its_address() {
        String id = UUID.randomUUID().toString();

        call("GET", "/v1/things/" + id + "?word=said", SERVICE).send();

        Taken span = span();
        assertThat(span.service()).isEqualTo("platform-test");
        assertThat(span.name()).isEqualTo("GET /v1/things/{id}");
        assertThat(span.attributes())
                .containsOnlyKeys("http.request.method", "http.route", "http.response.status_code", "helpathand.id")
                .containsEntry("http.response.status_code", "404")
                .containsEntry("helpathand.id", id);
        assertThat(span.failed()).isFalse();
        assertThat(span.all()).doesNotContain("said");
    }

    @Test
    void a_word_where_an_id_belongs_is_not_told() {
        call("GET", "/v1/things/my-name", SERVICE).send();

        assertThat(span().attributes()).doesNotContainKey("helpathand.id");
    }

    @Test
    void the_other_service_says_what_a_call_follows_from() {
        call("GET", "/v1/things", SERVICE).send();

        assertThat(parent).isEqualTo("00-" + span().trace() + "-" + span().parent() + "-01");
    }

    @Test
    void nobody_else_says_what_a_call_follows_from() {
        String id = UUID.randomUUID().toString();

        call("GET", "/v1/things/" + id, adviser()).send();

        Taken span = TestTraces.only(taken -> id.equals(taken.attributes().get("helpathand.id")));
        assertThat(parent).doesNotContain(span.trace());
        assertThat(span.parent()).isEmpty();
    }

    @Test
    void whoever_is_turned_away_says_nothing_of_the_kind() {
        assertThat(call("GET", "/v1/things", TestRealm.token("contact-service", Role.HANDOVER))
                        .send()
                        .status())
                .isEqualTo(403);
        caller.call("GET", "/v1/things").with("traceparent", parent).send();
        call("GET", "/v1/things", SERVICE).send();

        assertThat(span().attributes()).containsEntry("http.response.status_code", "200");
    }

    @Test
    void what_is_owed_keeps_what_it_follows_from() {
        UUID stream = UUID.randomUUID();
        happenings.duringEffect(() -> outbox.owe("test-kind", UUID.randomUUID(), stream, 1));

        call("POST", "/v1/things", SERVICE)
                .with("Idempotency-Key", "key")
                .json("{\"name\":\"a\"}")
                .send();

        assertThat(TestDatabase.ask("SELECT trace_parent FROM outbox WHERE stream_id = '" + stream + "'"))
                .isEqualTo("00-" + span().trace() + "-" + span().id() + "-01");
    }

    @Test
    void a_failure_that_nobody_foresaw_is_told_by_the_id_of_its_trace() {
        String body = call("POST", "/v1/failures", SERVICE)
                .json("{\"at\":\"BUG\",\"text\":\"x\"}")
                .send()
                .body();

        assertThat(span().failed()).isTrue();
        assertThat(body).contains("\"traceId\":\"" + span().trace() + "\"");
    }

    @Test
    void without_an_endpoint_nothing_is_traced() {
        var off = new Traces(Optional::empty, "platform-test");
        off.request = request;

        try (PieceOfWork work = off.work("outbox test-kind", parent)) {
            work.about("subject", UUID.randomUUID()).attempt(1);
            assertThat(off.areOn()).isFalse();
            assertThat(off.parent()).isNull();
        }
        assertThat(TestTraces.of(this::isOurs)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4318", "//collector/v1/traces", "grpc://collector:4317", "http:///v1/traces"})
    void an_endpoint_that_cannot_be_one_is_known_at_the_start(String endpoint) {
        assertThatThrownBy(() -> new Traces(() -> Optional.of(URI.create(endpoint)), "platform-test"))
                .hasMessageContaining("helpathand.traces.endpoint must begin with http:// or https://");
    }

    private Call call(String method, String path, String token) {
        return caller.call(method, path).as(token).with("traceparent", parent);
    }

    private Taken span() {
        return TestTraces.only(this::isOurs);
    }

    private boolean isOurs(Taken span) {
        return parent.contains(span.trace());
    }
}
