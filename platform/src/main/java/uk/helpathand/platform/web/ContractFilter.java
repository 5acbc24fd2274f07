package uk.helpathand.platform.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
 * Says in the contract what no annotation needs to repeat: the problems every operation can answer with, and 204 where
 * nothing comes back.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private static final String PROBLEM_SCHEMA = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null) {
            return;
        }
        Set<Integer> used = new TreeSet<>();
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> {
                    sayNoContent(operation);
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
    }

    /** A POST that gives nothing back is taken for a 201 by the scanner and is a 204. */
    private static void sayNoContent(Operation operation) {
        APIResponse created = operation.getResponses().getAPIResponse("201");
        if (created != null && created.getContent() == null) {
            operation.getResponses().removeAPIResponse("201");
            operation.getResponses().addAPIResponse("204", created.description("No Content"));
        }
    }

    private static Set<Integer> problemsOf(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        boolean body = operation.getRequestBody() != null;
        Set<Integer> statuses = new TreeSet<>(Set.of(500, 503));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            statuses.addAll(Set.of(401, 403));
        }
        if (body || !parameters.isEmpty()) {
            statuses.add(400);
        }
        if (body) {
            statuses.addAll(Set.of(409, 413, 415, 422));
        }
        for (Parameter parameter : parameters) {
            if (parameter.getIn() == Parameter.In.PATH) {
                statuses.add(404);
            }
            switch (parameter.getName()) {
                case "Idempotency-Key" -> statuses.addAll(Set.of(409, 422));
                case "If-Match" -> statuses.addAll(Set.of(412, 428));
                default -> {}
            }
        }
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
        return OASFactory.createAPIResponse()
                .description(types)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema().ref(PROBLEM_SCHEMA))));
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
                                        "What is not right: for validation-failed, and for malformed-request where it can be told"))
                .addProperty("traceId", text("To quote when asking for help; on 500 there is nothing else"));
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
