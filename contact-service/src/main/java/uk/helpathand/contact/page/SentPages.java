package uk.helpathand.contact.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import uk.helpathand.contact.conversation.AppendTokens;
import uk.helpathand.contact.conversation.SentTickets;
import uk.helpathand.contact.conversation.SentTickets.Sent;
import uk.helpathand.contact.conversation.ThreadMarks;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;

/** Makes the pages that come after sending. */
@ApplicationScoped
class SentPages {

    @Inject
    SentTickets tickets;

    @Inject
    AppendTokens appendTokens;

    @Inject
    ThreadMarks marks;

    @Inject
    Times times;

    /** @param proof whether the reader's browser will prove that the page has arrived */
    TemplateInstance page(Sent sent, Assessment assessment, boolean proof) {
        return Pages.sent(withCookie(sent, assessment, proof));
    }

    /** @param proof whether the reader's browser will prove that the page has arrived */
    TemplateInstance adultPage(Sent sent, Assessment assessment, String reference, boolean proof) {
        return Pages.adultSent(withCookie(sent, assessment, proof), reference);
    }

    private SentPage withCookie(Sent sent, Assessment assessment, boolean proof) {
        ConfirmForm confirm = sent.unconfirmed() ? confirmForm(sent.conversationId(), null, null) : null;
        return page(sent, assessment, proof && sent.returnCode() != null, null, confirm);
    }

    /** The only answer that holds the code: it carries with it what a cookie would lead back to. */
    TemplateInstance withoutCookie(Sent sent, Assessment assessment) {
        ConfirmForm confirm = sent.unconfirmed() ? confirmForm(sent.conversationId(), tickets.carry(sent), null) : null;
        return Pages.sent(page(sent, assessment, false, appendTokens.of(sent.conversationId()), confirm));
    }

    private SentPage page(Sent sent, Assessment assessment, boolean proof, String appendToken, ConfirmForm confirm) {
        return new SentPage(
                marks.of(sent.conversationId()),
                sent.returnCode(),
                assessment.saidNotSafe(),
                assessment.isImmediate() && !assessment.saidNotSafe(),
                times.readBy(sent.sentAt(), assessment.urgency()),
                proof,
                appendToken,
                confirm);
    }

    TemplateInstance confirm(UUID conversation) {
        return Pages.confirm(confirmForm(conversation, null, null));
    }

    /** Once more, after a failure of ours. */
    TemplateInstance confirmAgain(UUID conversation, String ticket, String notice) {
        return Pages.confirm(confirmForm(conversation, ticket, notice));
    }

    private ConfirmForm confirmForm(UUID conversation, String ticket, String notice) {
        return new ConfirmForm(appendTokens.of(conversation), ticket, notice);
    }
}
