package uk.helpathand.casework.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.handover.ErasureHandover;
import uk.helpathand.casework.conversation.ContactServiceClient;

/** Has contact-service erase. Never within a transaction. */
@ApplicationScoped
class ErasureClient {

    private static final int CONFLICT = 409;

    @RestClient
    ContactServiceClient contactService;

    /** False for a refusal, because somebody wrote since; throws at anything else that is no success, to be tried again. */
    boolean erase(UUID conversationId, ErasureHandover decided) {
        try {
            contactService.putErasure(conversationId, decided);
            return true;
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }
}
