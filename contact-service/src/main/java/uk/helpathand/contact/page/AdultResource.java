package uk.helpathand.contact.page;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.contact.conversation.Secrets;
import uk.helpathand.contact.page.AdultPages.State;
import uk.helpathand.contact.referral.Answers;
import uk.helpathand.contact.referral.Draft;
import uk.helpathand.contact.referral.Drafts;
import uk.helpathand.contact.referral.Question;
import uk.helpathand.contact.referral.Question.Scope;
import uk.helpathand.contact.referral.Step;

/**
 * The form for adults, one question a page. Whatever happens, what was typed is kept or stands on the page. Sending is in
 * {@link AdultSendResource}.
 */
@Path("/adult")
@PermitAll
@Blocking
public class AdultResource {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    @Inject
    Drafts drafts;

    @Inject
    AdultAnswering answering;

    @Inject
    AdultPages pages;

    @Inject
    AdultProblems problems;

    @Inject
    AdultWords words;

    @GET
    public Response start(@RestCookie(Cookies.BROWSER) String cookie, @RestQuery("cookies") String cookies) {
        Optional<Draft> draft = drafts.find(Cookies.genuine(cookie));
        String goOn = draft.map(open -> AdultPages.ROOT + open.at()).orElse(null);
        return Html.ok(Pages.adultStart(goOn, cookies != null && goOn == null));
    }

    /** An old page's "Start now" leads on with the form that there is: only "a new one" removes it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @RestForm String anew,
            @RestCookie(Cookies.BROWSER) String cookie,
            @RestHeader("Sec-Fetch-Site") String site) {
        String known = Cookies.genuine(cookie);
        if (Html.isFromElsewhere(site)) {
            return Html.seeOther("/adult");
        }
        String browser = known == null ? Secrets.random() : known;
        Draft draft = anew == null ? drafts.change(browser, open -> open) : drafts.begin(browser);
        return Html.seeOther(AdultPages.ROOT + draft.at(), newCookie(known, browser));
    }

    @GET
    @Path("/{question}")
    public Response once(String question, @RestQuery String back, @RestCookie(Cookies.BROWSER) String cookie) {
        return ask(step(Scope.ONCE, question, 0), back, cookie);
    }

    @POST
    @Path("/{question}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answerOnce(
            String question,
            MultivaluedMap<String, String> form,
            @RestCookie(Cookies.BROWSER) String cookie,
            @RestHeader("Sec-Fetch-Site") String site) {
        return take(step(Scope.ONCE, question, 0), form, cookie, site);
    }

    @GET
    @Path("/children/{child}/{question}")
    public Response ofChild(
            String child, String question, @RestQuery String back, @RestCookie(Cookies.BROWSER) String cookie) {
        return ask(step(Scope.CHILD, question, number(child)), back, cookie);
    }

    @POST
    @Path("/children/{child}/{question}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answerOfChild(
            String child,
            String question,
            MultivaluedMap<String, String> form,
            @RestCookie(Cookies.BROWSER) String cookie,
            @RestHeader("Sec-Fetch-Site") String site) {
        return take(step(Scope.CHILD, question, number(child)), form, cookie, site);
    }

    @POST
    @Path("/children/{child}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            String child, @RestCookie(Cookies.BROWSER) String cookie, @RestHeader("Sec-Fetch-Site") String site) {
        String browser = Cookies.genuine(cookie);
        int number = number(child);
        if (browser != null && !Html.isFromElsewhere(site)) {
            drafts.change(browser, draft -> {
                draft.removeChild(number);
                return draft;
            });
        }
        return Html.seeOther(AdultPages.ROOT + Question.CHILDREN.slug);
    }

    @GET
    @Path("/events/{event}")
    public Response event(String event, @RestQuery String back, @RestCookie(Cookies.BROWSER) String cookie) {
        return ask(new Step(Question.EVENT, number(event)), back, cookie);
    }

    @POST
    @Path("/events/{event}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answerEvent(
            String event,
            MultivaluedMap<String, String> form,
            @RestCookie(Cookies.BROWSER) String cookie,
            @RestHeader("Sec-Fetch-Site") String site) {
        return take(new Step(Question.EVENT, number(event)), form, cookie, site);
    }

    private static Step step(Scope scope, String slug, int number) {
        Question question = Question.find(scope, slug)
                .filter(found -> found != Question.CHECK)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
        return new Step(question, number);
    }

    private static int number(String typed) {
        if (!NUMBER.matcher(typed).matches()) {
            throw ProblemType.NOT_FOUND.exception();
        }
        return Integer.parseInt(typed);
    }

    private Response ask(Step step, String back, String cookie) {
        String browser = Cookies.genuine(cookie);
        Optional<Draft> draft = drafts.find(browser);
        if (draft.isEmpty()) {
            return Html.seeOther(browser == null ? "/adult?cookies=no" : "/adult");
        }
        if (step.question().scope == Scope.CHILD && draft.get().childId(step.number()) == null) {
            return Html.seeOther(AdultPages.ROOT + Question.CHILDREN.slug);
        }
        return Html.ok(
                pages.page(draft.get(), step, draft.get().answers(step), new State(isChanging(back), List.of(), null)));
    }

    private Response take(Step step, MultivaluedMap<String, String> form, String cookie, String site) {
        String known = Cookies.genuine(cookie);
        Answers given = answering.read(step.question(), form);
        boolean changing = isChanging(form.getFirst("back"));
        if (Html.isFromElsewhere(site)) {
            return Html.ok(page(known, step, given, new State(changing, List.of(), words.pressAgain())));
        }
        List<FieldProblem> found = problems.of(step.question(), given);
        if (!found.isEmpty()) {
            return Html.notYet(page(known, step, given, new State(changing, found, null)));
        }
        try {
            String browser = known == null ? Secrets.random() : known;
            Step next = answering.take(browser, step, given, changing);
            // A further child is asked for from its first question to its last.
            boolean stays = changing && next.question() != Question.CHECK && step.question() != Question.CHILDREN;
            return Html.seeOther(
                    stays ? AdultPages.changePath(next) : AdultPages.ROOT + next.path(), newCookie(known, browser));
        } catch (RuntimeException e) {
            return Html.notTaken(e, page(known, step, given, new State(changing, List.of(), words.notTaken())));
        }
    }

    /** With the database away, or with no draft there, what was typed still stands on the page. */
    private TemplateInstance page(String browser, Step step, Answers typed, State state) {
        Draft draft;
        try {
            draft = drafts.find(browser).orElseGet(Draft::new);
        } catch (RuntimeException e) {
            draft = new Draft();
        }
        return pages.page(draft, step, typed, state);
    }

    private static boolean isChanging(String back) {
        return Question.CHECK.slug.equals(back);
    }

    private static NewCookie newCookie(String known, String browser) {
        return known == null ? Cookies.of(Cookies.BROWSER, browser) : null;
    }
}
