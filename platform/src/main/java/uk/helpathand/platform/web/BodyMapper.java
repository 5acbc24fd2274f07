package uk.helpathand.platform.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Reads bodies that people's programs send, and refuses a name that the contract does not have or that only we may set (ASVS
 * 15.3.3): who believes to have set something is told so. What the services hand over to each other is read as before, or a
 * release of one that says more would be refused for good by the other (ADR 0019).
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyMapper implements ContextResolver<ObjectMapper> {

    /** Whole bodies of hand-over stand in the one, blocks that hand-over sends by themselves in the other. */
    private static final Set<String> HANDED_OVER = Set.of("uk.helpathand.api.handover", "uk.helpathand.api");

    private final ObjectMapper plain;
    private final ObjectMapper strict;

    @Inject
    BodyMapper(ObjectMapper json) {
        plain = json;
        strict = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return HANDED_OVER.contains(type.getPackageName()) ? plain : strict;
    }
}
