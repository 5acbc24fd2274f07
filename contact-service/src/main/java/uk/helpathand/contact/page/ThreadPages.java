package uk.helpathand.contact.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.conversation.AppendTokens;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.ThreadMarks;
import uk.helpathand.contact.conversation.ThreadView;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.guide.Guides;

/** Makes the page of a thread. */
@ApplicationScoped
class ThreadPages {

    @Inject
    Conversations conversations;

    @Inject
    Enquiries enquiries;

    @Inject
    Guides guides;

    @Inject
    AppendTokens appendTokens;

    @Inject
    FormTokens formTokens;

    @Inject
    ThreadMarks marks;

    @Inject
    Times times;

    @Inject
    @OfCall
    Words words;

    @Inject
    Clock clock;

    TemplateInstance page(UUID conversation, boolean justSent) {
        var form = new WriteForm(null, formTokens.issue(), appendTokens.of(conversation), null, null);
        return page(conversation, justSent, form);
    }

    /** Those before that place, which another page had no room for. */
    TemplateInstance earlier(UUID conversation, long before) {
        var form = new WriteForm(null, formTokens.issue(), appendTokens.of(conversation), null, null);
        return page(conversation, false, form, before);
    }

    TemplateInstance page(UUID conversation, boolean justSent, WriteForm form) {
        return page(conversation, justSent, form, ThreadView.END);
    }

    private TemplateInstance page(UUID conversation, boolean justSent, WriteForm form, long before) {
        String readBy = justSent ? times.readBy(clock.instant(), Urgency.STANDARD) : null;
        boolean dangerSeen = justSent && conversations.urgencyOfLast(conversation) == Urgency.IMMEDIATE;
        var urgency = enquiries.assessmentOf(conversation).urgency();
        return Pages.thread(
                ThreadPage.of(
                        marks.of(conversation),
                        conversations.read(conversation, before),
                        before == ThreadView.END,
                        urgency,
                        guides,
                        words,
                        times,
                        readBy,
                        dangerSeen),
                form);
    }
}
