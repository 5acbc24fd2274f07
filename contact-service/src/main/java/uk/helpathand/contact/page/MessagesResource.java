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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import uk.helpathand.contact.conversation.ReadingSessions;
import uk.helpathand.contact.conversation.Slowing;
import uk.helpathand.contact.conversation.WayBack;

/** The way back: the code opens the thread. Writing again is in {@link WriteAgain}. */
@Path("/messages")
@PermitAll
@Blocking
public class MessagesResource {

    private static final Pattern PLACE = Pattern.compile("[0-9]{1,9}");

    @Inject
    WayBack wayBack;

    @Inject
    ReadingSessions sessions;

    @Inject
    Slowing slowing;

    @Inject
    WriteAgain writeAgain;

    @Inject
    ThreadPages threads;

    @Inject
    ManagedExecutor workers;

    @Inject
    ThreadContext thisCall;

    @Inject
    @OfCall
    Words words;

    @GET
    public Response messages(
            @RestCookie(Cookies.READING) String cookie,
            @RestQuery("sent") String sent,
            @RestQuery("before") String before) {
        String secret = Cookies.genuine(cookie);
        Optional<UUID> conversation = sessions.conversationOf(secret);
        if (conversation.isPresent() && before != null && PLACE.matcher(before).matches()) {
            return Html.ok(threads.earlier(conversation.get(), Long.parseLong(before)));
        }
        if (conversation.isPresent()) {
            return Html.ok(threads.page(conversation.get(), sent != null));
        }
        String notice = secret == null ? null : words.messagesEnded();
        return Html.ok(
                Pages.code(new CodeForm(null, null, notice)), secret == null ? null : Cookies.expired(Cookies.READING));
    }

    /** With {@code text} it writes again, else it opens the thread of a code. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public CompletionStage<Response> open(
            @RestForm String code,
            @RestForm String text,
            @RestForm String formToken,
            @RestForm String appendToken,
            @RestCookie(Cookies.READING) String cookie,
            @RestHeader("Sec-Fetch-Site") String site,
            @RestQuery(Languages.SWITCH) String language,
            RoutingContext call) {
        boolean fromElsewhere = Html.isFromElsewhere(site);
        if (text != null) {
            var typed = new WriteForm(text, formToken, appendToken, null, null);
            return CompletableFuture.completedStage(
                    writeAgain.write(typed, Cookies.genuine(cookie), fromElsewhere, language != null));
        }
        if (language != null) {
            return CompletableFuture.completedStage(Html.ok(Pages.code(new CodeForm(code, null, null))));
        }
        if (fromElsewhere) {
            return CompletableFuture.completedStage(
                    Html.ok(Pages.code(new CodeForm(code, null, words.messagesAgain()))));
        }
        if (AskForm.filled(code) == null) {
            return CompletableFuture.completedStage(refused(null, words.messagesNoCode()));
        }
        String address = call.request().remoteAddress().hostAddress();
        Duration wait = slowing.waitBefore(address);
        // No thread waits: the look-up is put on the workers when its time has come, and answers in this call's
        // language.
        return CompletableFuture.supplyAsync(
                thisCall.contextualSupplier(() -> lookUp(code, address)),
                CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, workers));
    }

    private Response lookUp(String code, String address) {
        Optional<String> secret;
        try {
            secret = wayBack.open(code);
        } catch (RuntimeException e) {
            // It is much to type anew.
            return Html.notTaken(e, Pages.code(new CodeForm(code, null, words.messagesNotNow())));
        }
        if (secret.isEmpty()) {
            slowing.failed(address);
            return refused(code, words.messagesWrong());
        }
        return Html.seeOther("/messages", Cookies.of(Cookies.READING, secret.get()));
    }

    private static Response refused(String code, String problem) {
        return Html.notYet(Pages.code(new CodeForm(code, problem, null)));
    }
}
