package uk.helpathand.contact.page;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestCookie;
import uk.helpathand.api.handover.LooksView;
import uk.helpathand.contact.conversation.ReadingSessions;
import uk.helpathand.contact.looked.Looks;

/** "Who has looked at what I wrote, and why": for whoever reads the thread, asked of case-service each time it is opened. */
@Path("/messages/who-looked")
@PermitAll
@Blocking
public class WhoLookedResource {

    @Inject
    ReadingSessions sessions;

    @Inject
    Looks looks;

    @Inject
    Times times;

    @Inject
    @OfCall
    LookedWords words;

    @GET
    public Response show(@RestCookie(Cookies.READING) String cookie) {
        Optional<UUID> conversation = sessions.conversationOf(Cookies.genuine(cookie));
        if (conversation.isEmpty()) {
            return Html.seeOther("/messages");
        }
        Optional<LooksView> found = looks.of(conversation.get());
        return found.isPresent()
                ? Html.ok(Pages.whoLooked(WhoLookedPage.of(found.get(), words, times)))
                : Html.notNow(Pages.whoLooked(null));
    }
}
