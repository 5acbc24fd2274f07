package uk.helpathand.casework.wayback;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.handover.CodeReissueHandover;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.ContactServiceClient;

/**
 * Has contact-service make a code while somebody waits on the phone: not by the outbox, since the code may be stored nowhere
 * here. Never within a transaction.
 */
@ApplicationScoped
class ReturnCodeClient {

    private static final int CONFLICT = 409;

    @RestClient
    ContactServiceClient contactService;

    String make(UUID conversationId, UUID reissueId, Instant requestedAt) {
        try {
            return contactService
                    .putReturnCode(conversationId, reissueId, new CodeReissueHandover(requestedAt))
                    .returnCode();
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            throw status == CONFLICT
                    ? ProblemType.RETURN_CODE_GONE.exception()
                    : unavailable(reissueId, "HTTP " + status);
        } catch (RuntimeException e) {
            // No answer, or no token to ask with: not all of these are ProcessingExceptions.
            throw unavailable(reissueId, e.getClass().getSimpleName());
        }
    }

    /** The same call may go through later: its id is the same, so it makes one code. */
    private static RuntimeException unavailable(UUID reissueId, String reason) {
        Log.warnf("code %s could not be made: %s", reissueId, reason);
        return ProblemType.UNAVAILABLE.exception();
    }
}
