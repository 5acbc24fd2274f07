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
import uk.helpathand.contact.conversation.AppendTokens;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.SentTickets;
import uk.helpathand.contact.conversation.SentTickets.Sent;
import uk.helpathand.contact.enquiry.Enquiries;

/**
 * One press more for whoever wrote while a flood came in. The message is safe and with the team before this page is
 * shown; pressing may be done any number of times, in any tab, with and without cookies.
 */
@Path("/confirm")
@PermitAll
@Blocking
public class ConfirmResource {

    @Inject
    Conversations conversations;

    @Inject
    Enquiries enquiries;

    @Inject
    SentTickets tickets;

    @Inject
    AppendTokens appendTokens;

    @Inject
    SentPages pages;

    @Inject
    @OfCall
    Words words;

    @GET
    public Response ask(@RestCookie(Cookies.BROWSER) String cookie) {
        Optional<Sent> sent = tickets.look(Cookies.genuine(cookie));
        if (sent.isEmpty()) {
            return Html.ok(Pages.nothing());
        }
        return sent.get().unconfirmed() ? Html.ok(pages.confirm(sent.get().conversationId())) : Html.seeOther("/sent");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @RestForm String appendToken,
            @RestForm String ticket,
            @RestCookie(Cookies.BROWSER) String cookie,
            @RestHeader("Sec-Fetch-Site") String site) {
        String browser = Cookies.genuine(cookie);
        Optional<UUID> conversation = appendTokens.open(appendToken);
        // Another site can neither press the button nor have a code of its own shown as the child's.
        if (conversation.isEmpty() || Html.isFromElsewhere(site)) {
            return browser == null ? said(words.confirmLostHeading(), words.confirmLost()) : Html.seeOther("/confirm");
        }
        try {
            conversations.confirm(conversation.get());
            tickets.all(browser).forEach(conversations::confirm);
            return afterwards(browser, ticket);
        } catch (RuntimeException e) {
            return Html.notTaken(e, pages.confirmAgain(conversation.get(), ticket, words.confirmAgain()));
        }
    }

    private Response afterwards(String browser, String ticket) {
        if (tickets.look(browser).isPresent()) {
            return Html.seeOther("/sent");
        }
        return tickets.carried(ticket)
                .map(sent -> Html.ok(pages.withoutCookie(sent, enquiries.assessmentOf(sent.conversationId()))))
                .orElseGet(() -> said(words.sentTitle(), words.confirmThanks()));
    }

    private Response said(String heading, String what) {
        return Html.ok(Pages.said(words.confirmTitle(), heading, what));
    }
}
