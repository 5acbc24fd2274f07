package uk.helpathand.platform.web;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * Says in the contract what the Javadoc of its records and enums says: whoever builds a front end has the contract alone. What an
 * annotation says stays. And they count for programs: see {@link AnswerMembers}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WrittenDescriptions implements OASFilter {

    private static final String CONTRACT = "uk.helpathand.api";
    private static final String PAGE = "Page";
    private static final String WIRE_NAME = "com.fasterxml.jackson.annotation.JsonProperty";

    /** By simple name, as the contract has it, and by whole name: an index may name a type more than once. */
    private final Map<String, Map<DotName, ClassInfo>> types = new HashMap<>();

    /** Called by Quarkus at build time. */
    public WrittenDescriptions(IndexView index) {
        index.getKnownClasses().stream()
                .filter(type -> type.name().packagePrefix().startsWith(CONTRACT))
                .forEach(type -> types.computeIfAbsent(type.simpleName(), name -> new HashMap<>())
                        .put(type.name(), type));
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null
                || contract.getComponents() == null
                || contract.getComponents().getSchemas() == null) {
            return;
        }
        contract.getComponents().getSchemas().forEach((name, schema) -> {
            Map<DotName, ClassInfo> named = types.getOrDefault(name, name.startsWith(PAGE) ? pages() : Map.of());
            if (named.size() == 1) {
                describe(schema, named.values().iterator().next());
            }
        });
        AnswerMembers.require(contract);
    }

    /** A list of whatever is one schema for each that it may be of. */
    private Map<DotName, ClassInfo> pages() {
        return types.getOrDefault(PAGE, Map.of());
    }

    private static void describe(Schema schema, ClassInfo type) {
        ClassJavadoc written = RuntimeJavadoc.getJavadoc(
                type.name().toString(), Thread.currentThread().getContextClassLoader());
        String description = text(written.getComment());
        if (type.isEnum()) {
            description += values(written, type);
        }
        say(schema, description);
        Map<String, Schema> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
        for (ParamJavadoc component : written.getRecordComponents()) {
            Schema property = properties.get(component.getName());
            if (property != null) {
                say(property, text(component.getComment()));
            }
        }
    }

    private static void say(Schema schema, String description) {
        if (schema.getDescription() == null && !description.isBlank()) {
            schema.setDescription(description.strip());
        }
    }

    /** A line for each constant that is explained. */
    private static String values(ClassJavadoc written, ClassInfo type) {
        var lines = new StringBuilder();
        written.getEnumConstants().forEach(constant -> {
            String meaning = text(constant.getComment());
            FieldInfo field = type.field(constant.getName());
            if (!meaning.isBlank() && field != null) {
                AnnotationInstance wire = field.annotation(WIRE_NAME);
                String name = wire == null ? constant.getName() : wire.value().asString();
                lines.append("\n* `").append(name).append("`: ").append(meaning);
            }
        });
        return lines.toString();
    }

    /** As one line of Markdown. */
    private static String text(Comment comment) {
        var text = new StringBuilder();
        comment.visit(new CommentVisitor() {
            @Override
            public void commentText(String value) {
                text.append(value);
            }

            @Override
            public void inlineLink(Link link) {
                text.append(link.getLabel());
            }

            @Override
            public void inlineTag(String name, String value) {
                text.append(name.equals("code") ? "`" + value.strip() + "`" : value);
            }

            @Override
            public void inlineValue(Value value) {
                text.append(value.getReferencedMemberName());
            }
        });
        return text.toString()
                .replaceAll("</?[a-z]+>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
