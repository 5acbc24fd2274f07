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
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import uk.helpathand.contact.conversation.OwnCode;
import uk.helpathand.contact.conversation.ReadingSessions;

/** "Someone may have seen my code": whoever reads the thread ends the code, after one page that says what that means. */
@Path("/messages/code")
@PermitAll
@Blocking
public class OwnCodeResource {

    @Inject
    ReadingSessions sessions;

    @Inject
    OwnCode code;

    @GET
    public Response ask(@RestCookie(Cookies.READING) String cookie) {
        boolean reads = sessions.conversationOf(Cookies.genuine(cookie)).isPresent();
        return reads ? Html.ok(Pages.endCode()) : Html.seeOther("/messages");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@RestCookie(Cookies.READING) String cookie, @RestHeader("Sec-Fetch-Site") String site) {
        if (Html.isFromElsewhere(site)) {
            return Html.seeOther("/messages/code");
        }
        return code.end(Cookies.genuine(cookie))
                ? Html.ok(Pages.codeEnded(), Cookies.expired(Cookies.READING))
                : Html.seeOther("/messages");
    }
}
