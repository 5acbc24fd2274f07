package uk.helpathand.contact.page;

import io.quarkus.logging.Log;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.resteasy.reactive.RestCookie;
import uk.helpathand.contact.conversation.ReadingSessions;
import uk.helpathand.contact.conversation.Secrets;
import uk.helpathand.contact.conversation.SentTickets;
import uk.helpathand.contact.referral.Drafts;

/** "Leave this page": forgets this browser and leads away, to one place only. Nothing may hold it up. */
@Path("/leave")
@PermitAll
public class LeaveResource {

    private static final long LONGEST_MILLIS = 250;

    @Inject
    ReadingSessions sessions;

    @Inject
    SentTickets tickets;

    @Inject
    Drafts drafts;

    @Inject
    Leaving leaving;

    @Inject
    ManagedExecutor workers;

    @GET
    public CompletionStage<Response> leave(
            @RestCookie(Cookies.BROWSER) String browserCookie, @RestCookie(Cookies.READING) String readingCookie) {
        String browser = Cookies.genuine(browserCookie);
        String reading = Cookies.genuine(readingCookie);
        if (browser == null && reading == null) {
            return CompletableFuture.completedStage(away());
        }
        // With the database away the browser still leaves at once, without its cookies.
        return CompletableFuture.runAsync(() -> forget(browser, reading), workers)
                .completeOnTimeout(null, LONGEST_MILLIS, TimeUnit.MILLISECONDS)
                .handle((done, failure) -> away());
    }

    private void forget(String browser, String reading) {
        try {
            sessions.end(reading);
            tickets.forget(browser);
            drafts.forget(browser);
        } catch (RuntimeException e) {
            Log.warnf("leaving could not end a session: %s", e.getClass().getName());
        }
    }

    /**
     * A browser drops the pages it keeps in memory when a cookie changes, but takes off as many changes as the kept page
     * itself had brought: the thread comes with one cookie, and its end alone would count for nothing. So another is first
     * set, then ended. Without scripts nothing else keeps Back from showing an open thread.
     */
    private Response away() {
        return Html.seeOther(
                leaving.target(),
                Cookies.of(Cookies.BROWSER, Secrets.random()),
                Cookies.expired(Cookies.BROWSER),
                Cookies.expired(Cookies.READING),
                Cookies.expired(Cookies.LANGUAGE));
    }
}
