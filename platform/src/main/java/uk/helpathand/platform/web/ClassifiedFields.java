package uk.helpathand.platform.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.arc.Arc;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import uk.helpathand.api.WireName;

/**
 * Default-deny for every field of the contract (ASVS V8.2.3, V15.3.1): one that {@code fields.properties} does not classify is
 * shown to nobody, one of another class than the caller's roles may read is left out. What nobody asked for (a hand-over by the
 * relay) has no caller, and goes whole.
 */
@Singleton
public class ClassifiedFields implements ObjectMapperCustomizer {

    private static final String FILE = "uk/helpathand/api/fields.properties";
    private static final String CONTRACT = "uk.helpathand.api";
    private static final String READABLE = ClassifiedFields.class.getName();

    private final Map<String, FieldClass> classes = read();

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("classified-fields").setSerializerModifier(new Modifier()));
    }

    /** The class of each field, by the name of its record (within which record it stands, if any) and its own. */
    static Map<String, FieldClass> read() {
        var file = new Properties();
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            file.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var classes = new HashMap<String, FieldClass>();
        file.stringPropertyNames()
                .forEach(field -> classes.put(field, WireName.parse(FieldClass.class, file.getProperty(field))));
        return classes;
    }

    static String nameOf(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private final class Modifier extends BeanSerializerModifier {

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription described, List<BeanPropertyWriter> fields) {
            Class<?> type = described.getBeanClass();
            if (!type.isRecord() || !type.getName().startsWith(CONTRACT)) {
                return fields;
            }
            return fields.stream()
                    .map(field -> Optional.ofNullable(classes.get(nameOf(type) + "." + field.getName()))
                            .map(holds -> holds == FieldClass.OPEN ? field : new Field(field, holds))
                            .orElse(null))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    private static final class Field extends BeanPropertyWriter {

        private static final long serialVersionUID = 1L;

        private final FieldClass holds;

        private Field(BeanPropertyWriter field, FieldClass holds) {
            super(field);
            this.holds = holds;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator out, SerializerProvider provider) throws Exception {
            if (readable(provider).contains(holds)) {
                super.serializeAsField(bean, out, provider);
            }
        }
    }

    /** What the caller may read, asked for once an answer; all of it where nobody calls. */
    @SuppressWarnings("unchecked")
    private static Set<FieldClass> readable(SerializerProvider provider) {
        Object known = provider.getAttribute(READABLE);
        if (known == null) {
            known = roles().map(FieldClass::readableBy).orElse(EnumSet.allOf(FieldClass.class));
            provider.setAttribute(READABLE, known);
        }
        return (Set<FieldClass>) known;
    }

    /** Whoever has been let in, and nobody is asked: a provider's call has a proof that is no token of ours. */
    private static Optional<Set<String>> roles() {
        if (Arc.container() == null || !Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        RoutingContext call =
                Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        return call != null && call.user() instanceof QuarkusHttpUser user
                ? Optional.of(user.getSecurityIdentity().getRoles())
                : Optional.empty();
    }
}
