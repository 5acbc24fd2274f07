package uk.helpathand.contact.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.conversation.AppendTokens;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.ReadingSessions;

/** Takes a further message, with the thread open or after it has closed. */
@ApplicationScoped
class WriteAgain {

    @Inject
    Conversations conversations;

    @Inject
    ReadingSessions sessions;

    @Inject
    AppendTokens appendTokens;

    @Inject
    FormTokens formTokens;

    @Inject
    ThreadPages threads;

    @Inject
    Times times;

    @Inject
    @OfCall
    Words words;

    @Inject
    Clock clock;

    /** @param switching shown again in another language, and not sent */
    Response write(WriteForm typed, String readingSecret, boolean fromElsewhere, boolean switching) {
        try {
            return tryToWrite(typed, readingSecret, fromElsewhere, switching);
        } catch (RuntimeException e) {
            if (Html.isGone(e)) {
                var gone = new WriteForm(typed.text(), formTokens.issue(), null, words.messagesUnknown(), null);
                return Html.ok(Pages.thread(null, gone));
            }
            return Html.notTaken(e, Pages.thread(null, typed.withNotice(words.notTaken())));
        }
    }

    private Response tryToWrite(WriteForm typed, String readingSecret, boolean fromElsewhere, boolean switching) {
        Optional<UUID> reading = sessions.conversationOf(readingSecret);
        Optional<UUID> conversation = typed.hasAppendToken() ? appendTokens.open(typed.appendToken()) : reading;
        // Another's, who came to this browser since, is not shown around this form.
        Optional<UUID> readable =
                reading.filter(id -> conversation.filter(id::equals).isPresent());
        Optional<String> formTokenId = fromElsewhere ? Optional.empty() : formTokens.idOf(typed.formToken());
        String formToken = formTokenId.isPresent() ? typed.formToken() : formTokens.issue();
        var form = new WriteForm(typed.text(), formToken, typed.appendToken(), null, null);
        if (conversation.isEmpty()) {
            return Html.ok(again(form.withNotice(words.messagesUnknown()), readable));
        }
        if (switching) {
            return Html.ok(again(form, readable));
        }
        if (formTokenId.isEmpty()) {
            return Html.ok(again(form.withNotice(words.messagesSendAgain()), readable));
        }
        String problem = problem(typed.text());
        if (problem != null) {
            return Html.notYet(again(form.withProblem(problem), readable));
        }
        conversations.write(conversation.get(), formTokenId.get(), typed.text(), words.lang());
        if (readable.isPresent()) {
            return Html.seeOther("/messages?sent=yes");
        }
        boolean isImmediate = conversations.urgencyOfLast(conversation.get()) == Urgency.IMMEDIATE;
        String read = isImmediate
                ? words.sentSeen() + " " + words.sentNowNext()
                : words.messagesGot(times.readBy(clock.instant(), Urgency.STANDARD));
        return Html.ok(
                Pages.said(words.messagesTitle(), words.messagesGotTitle(), read + " " + words.messagesGotClosed()));
    }

    private TemplateInstance again(WriteForm form, Optional<UUID> readable) {
        return readable.isPresent() ? threads.page(readable.get(), false, form) : Pages.thread(null, form);
    }

    private String problem(String text) {
        if (text.isBlank()) {
            return words.messagesEmpty();
        }
        return AskForm.tooLong(text, words);
    }
}
