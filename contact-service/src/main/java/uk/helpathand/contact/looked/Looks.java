package uk.helpathand.contact.looked;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.handover.LooksView;

/**
 * Who of the team looked at a conversation, as case-service has it now: nothing of it is kept here. A remote call, never within a
 * transaction. While case-service or Keycloak is slow only a few wait for it, so that threads are left for those who send.
 */
@ApplicationScoped
public class Looks {

    private static final long LONGEST_MILLIS = 4_000;
    private static final int AT_ONCE = 8;

    @Inject
    @RestClient
    CaseServiceLooksClient caseService;

    /** Empty when nobody can say at the moment. */
    @Bulkhead(AT_ONCE)
    @Timeout(LONGEST_MILLIS)
    @Fallback(fallbackMethod = "notNow")
    public Optional<LooksView> of(UUID conversationId) {
        return Optional.of(caseService.list(conversationId));
    }

    /** The class alone: a message may hold an address with an id. */
    Optional<LooksView> notNow(UUID conversationId, Throwable why) {
        Log.warnf("who looked cannot be shown: %s", why.getClass().getSimpleName());
        return Optional.empty();
    }
}
