package uk.helpathand.contact.page;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import uk.helpathand.api.Requester;
import uk.helpathand.contact.conversation.SentTickets;
import uk.helpathand.contact.conversation.ThreadMarks;
import uk.helpathand.contact.enquiry.Enquiries;

/**
 * What comes after sending: the return code, once. Once means: until the page that shows it has arrived. A browser proves
 * that by fetching the last element of the page; any other client has had it with this answer.
 */
@Path("/sent")
@PermitAll
@Blocking
public class SentResource {

    private static final String EMPTY_IMAGE = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

    @Inject
    SentTickets tickets;

    @Inject
    ThreadMarks marks;

    @Inject
    Enquiries enquiries;

    @Inject
    SentPages pages;

    @GET
    public Response sent(
            @RestCookie(Cookies.BROWSER) String cookie, @RestHeader("Sec-Fetch-Dest") String fetchDestination) {
        String browser = Cookies.genuine(cookie);
        var sent = tickets.look(browser);
        if (sent.isEmpty()) {
            return Html.ok(Pages.nothing());
        }
        if (sent.get().requester() == Requester.ADULT) {
            return Html.seeOther("/adult/sent");
        }
        boolean isBrowser = fetchDestination != null;
        if (!isBrowser) {
            tickets.taken(browser, marks.of(sent.get().conversationId()));
        }
        var assessment = enquiries.assessmentOf(sent.get().conversationId());
        return Html.ok(pages.page(sent.get(), assessment, isBrowser));
    }

    @GET
    @Path("/seen")
    public Response seen(@RestCookie(Cookies.BROWSER) String cookie, @RestQuery("of") String mark) {
        tickets.taken(Cookies.genuine(cookie), mark);
        return Response.ok(EMPTY_IMAGE, "image/svg+xml").build();
    }
}
