package uk.helpathand.platform.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Which members an answer always has: all, but for those whose words say when they are absent. Of schemas that callers never send;
 * what they have to send is told by its own constraints.
 */
final class AnswerMembers {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Pattern ABSENT = Pattern.compile("\\babsent\\b", Pattern.CASE_INSENSITIVE);

    private final Map<String, Schema> schemas;
    private final Set<String> sent = new HashSet<>();

    private AnswerMembers(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** After the descriptions: they decide. */
    static void require(OpenAPI contract) {
        var members = new AnswerMembers(contract.getComponents().getSchemas());
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(AnswerMembers::sentTo)
                .forEach(members::follow);
        members.schemas.forEach((name, schema) -> {
            if (!members.sent.contains(name)) {
                require(schema);
            }
        });
    }

    private static void require(Schema schema) {
        Set<String> required = schema.getRequired() == null ? Set.of() : Set.copyOf(schema.getRequired());
        properties(schema).forEach((name, member) -> {
            if (!required.contains(name) && !mayBeAbsent(member)) {
                schema.addRequired(name);
            }
        });
    }

    private static boolean mayBeAbsent(Schema member) {
        return member.getDescription() != null
                && ABSENT.matcher(member.getDescription()).find();
    }

    private static Stream<Schema> sentTo(Operation operation) {
        var body = Stream.ofNullable(operation.getRequestBody()).map(RequestBody::getContent);
        var parameters = operation.getParameters() == null
                ? Stream.<Schema>empty()
                : operation.getParameters().stream().map(Parameter::getSchema);
        return Stream.concat(parameters, body.flatMap(AnswerMembers::schemas)).filter(Objects::nonNull);
    }

    private static Stream<Schema> schemas(Content content) {
        return content.getMediaTypes().values().stream().map(media -> media.getSchema());
    }

    private void follow(Schema schema) {
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(SCHEMAS)) {
            String name = ref.substring(SCHEMAS.length());
            Schema named = schemas.get(name);
            if (named != null && sent.add(name)) {
                follow(named);
            }
        }
        parts(schema).forEach(this::follow);
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        properties(schema).values(),
                        one(schema.getItems()),
                        one(schema.getAdditionalPropertiesSchema()),
                        many(schema.getAllOf()),
                        many(schema.getAnyOf()),
                        many(schema.getOneOf()))
                .flatMap(Collection::stream);
    }

    private static Map<String, Schema> properties(Schema schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }

    private static List<Schema> one(Schema schema) {
        return schema == null ? List.of() : List.of(schema);
    }

    private static List<Schema> many(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}
