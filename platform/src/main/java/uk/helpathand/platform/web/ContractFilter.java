package uk.helpathand.platform.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import uk.helpathand.api.problem.Problem;
import uk.helpathand.api.problem.ProblemType;

/**
 * Says in the contract what no annotation needs to repeat: the problems every operation can answer with, what a call is refused
 * without, the headers of answers, and 204 where nothing comes back.
 *
 * <p>What the words of an operation tell a person counts for programs as well, so that the two cannot part: a status that its
 * description names is one of its answers, "ETag" in its summary is a header of 200, "Location" in the description of a 201 one
 * of that. So 409 and 422 stand where the words name their codes, or where there is a key.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final String PROBLEM_SCHEMA = "Problem";
    private static final String KEY = "Idempotency-Key";
    private static final String IF_MATCH = "If-Match";

    private static final String WHAT_THE_KEY_IS_FOR =
            "Names this act, a UUID is best: the same call again with the same key has no second effect and is given the first"
                    + " answer, for seven days. 1 to 200 visible ASCII characters without quotation mark, comma and backslash,"
                    + " bare or in quotation marks; keys of others do not matter. Unless the description says otherwise, a call that was refused keeps nothing: put"
                    + " right, it may have the same key";

    private static final String WHAT_IF_MATCH_IS_FOR =
            "The ETag that you read before, one and strong. Missing is 428; 412 when somebody changed it since: where the"
                    + " detail can say so, it names the present ETag and which fields are different";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null) {
            return;
        }
        Set<Integer> used = new TreeSet<>();
        Set<AnswerHeader> headers = EnumSet.of(AnswerHeader.RETRY_AFTER, AnswerHeader.WWW_AUTHENTICATE);
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> {
                    sayNoContent(operation);
                    sayText(operation);
                    parametersOf(operation).forEach(ContractFilter::sayWhatIsNeeded);
                    headers.addAll(sayHeaders(operation));
                    Set<Integer> statuses = problemsOf(operation);
                    statuses.forEach(status -> operation
                            .getResponses()
                            .addAPIResponse(
                                    String.valueOf(status),
                                    OASFactory.createAPIResponse().ref(responseName(status))));
                    used.addAll(statuses);
                });
        contract.getComponents().addSchema(PROBLEM_SCHEMA, problemSchema());
        used.forEach(status -> contract.getComponents().addResponse(responseName(status), response(status)));
        headers.forEach(header -> header.describe(contract.getComponents()));
    }

    /** A POST that gives nothing back is taken for a 201 by the scanner and is a 204. */
    private static void sayNoContent(Operation operation) {
        APIResponse created = operation.getResponses().getAPIResponse("201");
        if (created != null && created.getContent() == null) {
            operation.getResponses().removeAPIResponse("201");
            operation.getResponses().addAPIResponse("204", created.description("No Content"));
        }
    }

    /** A page is no JSON, whatever it is made from. */
    private static void sayText(Operation operation) {
        operation.getResponses().getAPIResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().getMediaTypes().entrySet().stream())
                .filter(media -> media.getKey().startsWith("text/"))
                .forEach(media -> media.getValue().setSchema(type(Schema.SchemaType.STRING)));
    }

    /** If-Match is not needed where the parameter says so itself: there it is honoured. */
    private static void sayWhatIsNeeded(Parameter parameter) {
        switch (parameter.getName()) {
            case KEY -> need(parameter, WHAT_THE_KEY_IS_FOR);
            case IF_MATCH -> {
                if (!Boolean.FALSE.equals(parameter.getRequired())) {
                    need(parameter, WHAT_IF_MATCH_IS_FOR);
                }
            }
            default -> {}
        }
    }

    private static void need(Parameter parameter, String description) {
        parameter.setRequired(true);
        if (parameter.getDescription() == null) {
            parameter.setDescription(description);
        }
    }

    private static Set<AnswerHeader> sayHeaders(Operation operation) {
        Set<AnswerHeader> headers = EnumSet.noneOf(AnswerHeader.class);
        APIResponse shown = operation.getResponses().getAPIResponse("200");
        if (shown != null && (says(operation.getSummary(), "ETag") || showsNextVersion(operation))) {
            AnswerHeader.ETAG.putOn(shown);
            headers.add(AnswerHeader.ETAG);
        }
        APIResponse created = operation.getResponses().getAPIResponse("201");
        if (created != null && says(created.getDescription(), "Location")) {
            AnswerHeader.LOCATION.putOn(created);
            headers.add(AnswerHeader.LOCATION);
        }
        return headers;
    }

    /** Whoever changes a version is shown the next one. With a key, something else is made on the strength of what was read. */
    private static boolean showsNextVersion(Operation operation) {
        Set<String> names =
                parametersOf(operation).stream().map(Parameter::getName).collect(Collectors.toSet());
        return names.contains(IF_MATCH) && !names.contains(KEY);
    }

    private static boolean says(String text, String word) {
        return text != null
                && Pattern.compile("\\b" + word + "\\b").matcher(text).find();
    }

    private static List<Parameter> parametersOf(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static Set<Integer> problemsOf(Operation operation) {
        List<Parameter> parameters = parametersOf(operation);
        boolean body = operation.getRequestBody() != null;
        Set<Integer> statuses = new TreeSet<>(Set.of(500, 503));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            statuses.addAll(Set.of(401, 403));
        }
        if (body || !parameters.isEmpty()) {
            statuses.add(400);
        }
        if (body) {
            statuses.addAll(Set.of(413, 415));
        }
        for (Parameter parameter : parameters) {
            if (parameter.getIn() == Parameter.In.PATH) {
                statuses.add(404);
            }
            switch (parameter.getName()) {
                case KEY -> statuses.addAll(Set.of(409, 422));
                case IF_MATCH ->
                    statuses.addAll(Boolean.TRUE.equals(parameter.getRequired()) ? Set.of(412, 428) : Set.of(412));
                default -> {}
            }
        }
        Arrays.stream(ProblemType.values())
                .map(ProblemType::status)
                .filter(status -> says(operation.getDescription(), String.valueOf(status)))
                .forEach(statuses::add);
        return statuses;
    }

    private static String responseName(int status) {
        return "Problem" + status;
    }

    private static APIResponse response(int status) {
        String types = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .map(type -> "`" + type.code() + "`: " + type.title())
                .collect(Collectors.joining("; "));
        APIResponse answer = OASFactory.createAPIResponse()
                .description(types)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema().ref(PROBLEM_SCHEMA))));
        switch (status) {
            case 401 -> AnswerHeader.WWW_AUTHENTICATE.putOn(answer);
            case 503 -> AnswerHeader.RETRY_AFTER.putOn(answer);
            default -> {}
        }
        return answer;
    }

    private static Schema problemSchema() {
        Schema fieldError = object("A field that is not right", List.of("pointer", "detail"))
                .addProperty("pointer", text("RFC 6901 pointer into the body, or the name of a parameter"))
                .addProperty("detail", text("What would be right"));
        return object("RFC 9457 problem details", List.of("type", "title", "status"))
                .addProperty(
                        "type",
                        text("urn:helpathand:problem: and one of the codes; take one you do not know by its status")
                                .format("uri"))
                .addProperty("title", text("What the type means"))
                .addProperty(
                        "status",
                        type(Schema.SchemaType.INTEGER).format("int32").description("Equals the HTTP status"))
                .addProperty("detail", text("About this occurrence; absent where there is nothing to add"))
                .addProperty(
                        "errors",
                        type(Schema.SchemaType.ARRAY)
                                .items(fieldError)
                                .description(
                                        "What is not right: for validation-failed, and for malformed-request where it can be told. Absent otherwise"))
                .addProperty(
                        "traceId",
                        text("To quote when asking for help; on 500 there is nothing else. Absent otherwise"));
    }

    private static Schema object(String description, Collection<String> required) {
        return type(Schema.SchemaType.OBJECT).description(description).required(List.copyOf(required));
    }

    private static Schema text(String description) {
        return type(Schema.SchemaType.STRING).description(description);
    }

    private static Schema type(Schema.SchemaType type) {
        return schema().type(List.of(type));
    }

    private static Schema schema() {
        return OASFactory.createSchema();
    }
}
