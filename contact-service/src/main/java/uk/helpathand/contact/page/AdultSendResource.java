package uk.helpathand.contact.page;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import uk.helpathand.api.Requester;
import uk.helpathand.contact.conversation.SentTickets;
import uk.helpathand.contact.conversation.ThreadMarks;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.Received;
import uk.helpathand.contact.referral.Draft;
import uk.helpathand.contact.referral.Drafts;
import uk.helpathand.contact.referral.Referrals;

/** Checking, sending, and what comes after it, for adults. The draft's id makes a form that is sent twice one enquiry. */
@Path("/adult")
@PermitAll
@Blocking
public class AdultSendResource {

    private static final String SENT = "/adult/sent";

    @Inject
    Drafts drafts;

    @Inject
    Referrals referrals;

    @Inject
    Enquiries enquiries;

    @Inject
    SentTickets tickets;

    @Inject
    ThreadMarks marks;

    @Inject
    FormTokens formTokens;

    @Inject
    AdultCheckPages checkPages;

    @Inject
    SentPages sentPages;

    @Inject
    AdultWords words;

    @Inject
    @OfCall
    Words pageWords;

    @GET
    @Path("/check")
    public Response check(@RestCookie(Cookies.BROWSER) String cookie) {
        String browser = Cookies.genuine(cookie);
        if (drafts.find(browser).isEmpty()) {
            return Html.seeOther("/adult");
        }
        Draft draft = drafts.change(browser, open -> {
            open.seenAll();
            return open;
        });
        return Html.ok(checkPages.page(draft, false, null));
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @RestForm String formToken,
            @RestCookie(Cookies.BROWSER) String cookie,
            @RestHeader("Sec-Fetch-Site") String site,
            RoutingContext call) {
        String browser = Cookies.genuine(cookie);
        Optional<String> shown = formTokens.idOf(formToken);
        // In this order: of two presses the one that finds no draft any more finds what the other has sent of it.
        Optional<Draft> draft = drafts.find(browser);
        if (shown.filter(enquiries::has).isPresent()) {
            return Html.seeOther(SENT);
        }
        if (draft.isEmpty()) {
            return Html.seeOther("/adult");
        }
        // What is sent is what they have checked: of another site's page or another form this one knows nothing.
        if (Html.isFromElsewhere(site)
                || !shown.equals(Optional.of(draft.get().id().toString()))) {
            return Html.ok(checkPages.page(draft.get(), false, words.pressAgain()));
        }
        if (!checkPages.isComplete(draft.get())) {
            return Html.notYet(checkPages.page(draft.get(), true, null));
        }
        try {
            Received received = enquiries.receive(
                    shown.get(),
                    browser,
                    call.request().remoteAddress().hostAddress(),
                    referrals.enquiry(draft.get(), pageWords.lang()),
                    () -> drafts.forgetSent(browser, draft.get()));
            return Html.seeOther(received.unconfirmed() ? "/confirm" : SENT);
        } catch (Drafts.ChangedMeanwhile e) {
            Draft now = drafts.find(browser).orElse(draft.get());
            return Html.ok(checkPages.page(now, false, words.pressAgain()));
        } catch (RuntimeException e) {
            return Html.notTaken(e, checkPages.page(draft.get(), false, words.notTaken()));
        }
    }

    @GET
    @Path("/sent")
    public Response sent(
            @RestCookie(Cookies.BROWSER) String cookie, @RestHeader("Sec-Fetch-Dest") String fetchDestination) {
        String browser = Cookies.genuine(cookie);
        var sent = tickets.look(browser);
        if (sent.isEmpty()) {
            return Html.ok(Pages.adultNothing());
        }
        if (sent.get().requester() == Requester.CHILD) {
            return Html.seeOther("/sent");
        }
        boolean isBrowser = fetchDestination != null;
        if (!isBrowser) {
            tickets.taken(browser, marks.of(sent.get().conversationId()));
        }
        var conversation = sent.get().conversationId();
        return Html.ok(sentPages.adultPage(
                sent.get(), enquiries.assessmentOf(conversation), enquiries.referenceOf(conversation), isBrowser));
    }
}
