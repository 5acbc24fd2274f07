package uk.helpathand.casework.subjectaccess;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.handover.ConversationHeld;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.ContactServiceClient;

/** Asks contact-service what it holds. Never within a transaction. All or nothing: half a copy would look like a whole one. */
@ApplicationScoped
class HeldElsewhereClient {

    @RestClient
    ContactServiceClient contactService;

    /** Of each conversation; empty of one of which nothing is held there any more. */
    Map<UUID, Optional<ConversationHeld>> of(Collection<UUID> conversations) {
        var held = new LinkedHashMap<UUID, Optional<ConversationHeld>>();
        conversations.forEach(id -> held.put(id, Optional.ofNullable(ask(id))));
        return held;
    }

    private ConversationHeld ask(UUID conversationId) {
        try {
            return contactService.held(conversationId);
        } catch (WebApplicationException e) {
            throw unavailable(conversationId, "HTTP " + e.getResponse().getStatus());
        } catch (RuntimeException e) {
            // No answer, or no token to ask with: not all of these are ProcessingExceptions.
            throw unavailable(conversationId, e.getClass().getSimpleName());
        }
    }

    private static RuntimeException unavailable(UUID conversationId, String reason) {
        Log.warnf("what contact-service holds of %s could not be asked: %s", conversationId, reason);
        return ProblemType.UNAVAILABLE.exception();
    }
}
