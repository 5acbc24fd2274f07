package uk.helpathand.casework.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.casework.TaskKind;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.platform.safecontact.Rule;

/** What becomes a task. Within the caller's transaction, on a conversation the caller has locked. */
@ApplicationScoped
public class Tasks {

    @Inject
    Clock clock;

    /** There is news of the text about an answer. Where the answer was nowhere else, any refusal leaves somebody without it. */
    public void texted(Conversation conversation, DeliveryHandover news) {
        if (news.state() == DeliveryState.NOT_DELIVERED) {
            open(TaskKind.TEXT_NOT_DELIVERED, conversation);
        } else if (news.state() == DeliveryState.REFUSED) {
            if (Rule.TEXTS_STOPPED.wire().equals(news.rule())) {
                open(TaskKind.TEXTS_STOPPED, conversation);
            } else if (!conversation.opens()) {
                open(TaskKind.TEXT_NOT_DELIVERED, conversation);
            }
        }
    }

    /** No effect where texts are wanted, or nobody waits. */
    public void textsStopped(Conversation conversation) {
        if (conversation.textsStoppedAt() != null && conversation.waitingSince != null) {
            open(TaskKind.TEXTS_STOPPED, conversation);
        }
    }

    /** They have said that somebody may have seen their code, and read no answer until a person has found them another way. */
    public void codeEnded(Conversation conversation) {
        open(TaskKind.CODE_ENDED, conversation);
    }

    private void open(TaskKind kind, Conversation conversation) {
        Task.open(kind, conversation.id, clock.instant());
    }
}
