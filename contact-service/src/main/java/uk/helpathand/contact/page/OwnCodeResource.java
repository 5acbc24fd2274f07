package uk.helpathand.contact.page;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import uk.helpathand.contact.conversation.OwnCode;
import uk.helpathand.contact.conversation.ReadingSessions;
import uk.helpathand.contact.conversation.ThreadMarks;

/** "Someone may have seen my code": whoever reads the thread ends the code, after one page that says what that means. */
@Path("/messages/code")
@PermitAll
@Blocking
public class OwnCodeResource {

    @Inject
    ReadingSessions sessions;

    @Inject
    OwnCode code;

    @Inject
    ThreadMarks marks;

    @Inject
    @OfCall
    Words words;

    @GET
    public Response ask(@RestCookie(Cookies.READING) String cookie, @RestQuery("of") String mark) {
        Optional<UUID> reading = sessions.conversationOf(Cookies.genuine(cookie));
        if (reading.isEmpty()) {
            return Html.seeOther("/messages");
        }
        return marks.fits(mark, reading.get()) ? Html.ok(Pages.endCode(marks.of(reading.get()))) : another();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(
            @RestForm("of") String mark,
            @RestCookie(Cookies.READING) String cookie,
            @RestHeader("Sec-Fetch-Site") String site) {
        if (Html.isFromElsewhere(site)) {
            return Html.seeOther("/messages/code");
        }
        String secret = Cookies.genuine(cookie);
        Optional<UUID> reading = sessions.conversationOf(secret);
        if (reading.isPresent() && !marks.fits(mark, reading.get())) {
            return another();
        }
        return reading.isPresent() && code.end(reading.get(), secret)
                ? Html.ok(Pages.codeEnded(), Cookies.expired(Cookies.READING))
                : Html.seeOther("/messages");
    }

    /** Somebody else has opened their thread in this browser since: whose page this was opens it anew. */
    private Response another() {
        return Html.ok(Pages.code(new CodeForm(null, null, words.messagesEnded())));
    }
}
