package uk.helpathand.contact.page;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import uk.helpathand.contact.conversation.AppendTokens;
import uk.helpathand.contact.conversation.SentTickets;
import uk.helpathand.contact.enquiry.AddedDetails;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;

/** What a child may add once the message is safe. Adds, never shows. */
@Path("/more")
@PermitAll
@Blocking
public class MoreResource {

    @Inject
    AddedDetails details;

    @Inject
    SentTickets tickets;

    @Inject
    FormTokens formTokens;

    @Inject
    AppendTokens appendTokens;

    @Inject
    @OfCall
    Words words;

    @GET
    public Response form(@RestCookie(Cookies.BROWSER) String cookie, @RestQuery("of") String mark) {
        // The way here leads over the page with the code: it has been seen.
        return tickets.taken(Cookies.genuine(cookie), mark)
                .map(conversation -> blank(appendTokens.of(conversation)))
                .orElseGet(this::unknown);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @BeanParam MoreForm form,
            @RestHeader("Sec-Fetch-Site") String site,
            @RestQuery(Languages.SWITCH) String language) {
        Optional<UUID> conversation = appendTokens.open(form.appendToken);
        if (conversation.isEmpty()) {
            return form.isEmpty() ? unknown() : again(form, words.moreLost());
        }
        if (form.formToken == null && form.isEmpty()) {
            // The button of the page that showed the code where there is no cookie.
            return blank(form.appendToken);
        }
        Optional<String> formTokenId = Html.isFromElsewhere(site) ? Optional.empty() : formTokens.idOf(form.formToken);
        if (language != null) {
            form.formToken = formTokenId.isPresent() ? form.formToken : formTokens.issue();
            return Html.ok(Pages.more(form));
        }
        if (formTokenId.isEmpty()) {
            return again(form, words.moreAgain());
        }
        form.problems = form.check(words);
        if (!form.problems.isEmpty()) {
            return Html.notYet(Pages.more(form));
        }
        if (form.isEmpty()) {
            return said(words.moreThanksHeading(), words.moreNothing());
        }
        Assessment assessment;
        try {
            assessment = details.add(conversation.get(), formTokenId.get(), form.details());
        } catch (RuntimeException e) {
            if (Html.isGone(e)) {
                return again(form, words.moreLost());
            }
            form.notice = words.notTaken();
            return Html.notTaken(e, Pages.more(form));
        }
        String help = assessment.isImmediate() ? " " + words.sentSeen() + " " + words.sentNowNext() : "";
        return said(words.moreThanksHeading(), words.moreThanks() + help);
    }

    private Response blank(String appendToken) {
        return Html.ok(Pages.more(MoreForm.blank(formTokens.issue(), appendToken)));
    }

    private Response again(MoreForm form, String notice) {
        form.notice = notice;
        form.formToken = formTokens.issue();
        return Html.ok(Pages.more(form));
    }

    private Response unknown() {
        return said(words.moreLostHeading(), words.moreLost());
    }

    private Response said(String heading, String what) {
        return Html.ok(Pages.said(words.moreTitle(), heading, what));
    }
}
