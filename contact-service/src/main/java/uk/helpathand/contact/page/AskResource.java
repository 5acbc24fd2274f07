package uk.helpathand.contact.page;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import uk.helpathand.contact.conversation.Secrets;
import uk.helpathand.contact.conversation.SentTickets;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.Received;

/** Where a child writes to us. Whatever happens, what was typed is either with us or on the page. */
@Path("/ask")
@PermitAll
@Blocking
public class AskResource {

    @Inject
    Enquiries enquiries;

    @Inject
    SentTickets tickets;

    @Inject
    FormTokens formTokens;

    @Inject
    SentPages sentPages;

    @Inject
    Times times;

    @Inject
    @OfCall
    Words words;

    @GET
    public Response form(@RestCookie(Cookies.BROWSER) String cookie) {
        String browser = Cookies.genuine(cookie);
        AskForm form = AskForm.blank(formTokens.issue());
        form.sentBefore = hasSent(browser);
        form.first = browser == null;
        return Html.ok(Pages.ask(form, times.hours()), newCookie(browser));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @BeanParam AskForm form,
            @RestCookie(Cookies.BROWSER) String cookie,
            @RestHeader("Sec-Fetch-Site") String site,
            @RestQuery(Languages.SWITCH) String language,
            RoutingContext call) {
        String browser = Cookies.genuine(cookie);
        form.first = browser == null;
        Optional<String> formTokenId = Html.isFromElsewhere(site) ? Optional.empty() : formTokens.idOf(form.formToken);
        if (language != null) {
            form.sentBefore = hasSent(browser);
            form.formToken = formTokenId.isPresent() ? form.formToken : formTokens.issue();
            return Html.ok(Pages.ask(form, times.hours()), newCookie(browser));
        }
        if (formTokenId.isEmpty()) {
            form.notice = words.askAgain();
            form.formToken = formTokens.issue();
            return Html.ok(Pages.ask(form, times.hours()), newCookie(browser));
        }
        form.problems = form.check(words);
        if (!form.problems.isEmpty()) {
            return Html.notYet(Pages.ask(form, times.hours()), newCookie(browser));
        }
        try {
            String address = call.request().remoteAddress().hostAddress();
            return answer(enquiries.receive(formTokenId.get(), browser, address, form.enquiry(words.lang())), browser);
        } catch (RuntimeException e) {
            form.notice = words.notTaken();
            return Html.notTaken(e, Pages.ask(form, times.hours()), newCookie(browser));
        }
    }

    /** A browser with our cookie reads the rest at /sent. For any other this is the only answer that holds the code. */
    private Response answer(Received received, String browser) {
        if (browser != null && (received.fresh() || hasSent(browser))) {
            return Html.seeOther(received.unconfirmed() ? "/confirm" : "/sent");
        }
        return Html.ok(sentPages.withoutCookie(received.toSent(), received.assessment()));
    }

    /** With the database away the form is still there to be written in: that takes longer than most outages. */
    private boolean hasSent(String browser) {
        try {
            return tickets.look(browser).isPresent();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static NewCookie newCookie(String browser) {
        return browser == null ? Cookies.of(Cookies.BROWSER, Secrets.random()) : null;
    }
}
