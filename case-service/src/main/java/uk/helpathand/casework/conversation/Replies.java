package uk.helpathand.casework.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.casework.NewReply;
import uk.helpathand.api.casework.SetProgress;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.outbox.Outbox;

/** What the team tells the child or adult. Within the caller's transaction, on a conversation the caller has locked. */
@ApplicationScoped
public class Replies {

    /** How far a thread was read: all that is there. */
    public static final long ALL = Long.MAX_VALUE;

    /** How far a thread was read: nothing of it. */
    public static final long NOTHING = 0;

    static final String REPLY_OWED = "reply";
    static final String PROGRESS_OWED = "progress";

    @Inject
    Outbox outbox;

    @Inject
    Actor actor;

    @Inject
    Clock clock;

    /** A message by the person who is calling; what came after that sequence goes on waiting. */
    public Message sayHavingRead(Conversation conversation, String text, long readTo) {
        return say(conversation, new NewReply(text, conversation.audience, null, null, null, readTo));
    }

    /** The same, of one matter, while somebody else of the team has to answer what was written about another. */
    public void sayAside(Conversation conversation, String text) {
        send(conversation, new NewReply(text, conversation.audience, null, null));
    }

    /** By the rules, or with a rule set aside, as the caller has made sure. */
    Message say(Conversation conversation, NewReply reply) {
        conversation.answeredAsFarAs(reply.readTo() == null ? ALL : reply.readTo());
        return send(conversation, reply);
    }

    private Message send(Conversation conversation, NewReply reply) {
        var message = Message.outbound(conversation, actor.id(), actor.displayName(), reply, clock.instant());
        outbox.owe(REPLY_OWED, message.id, conversation.id, conversation.nextOutboxSequence());
        if (conversation.stage() == ProgressStage.RECEIVED && conversation.waitingSince == null) {
            // Whoever gets an answer has been read, but for what came meanwhile.
            moveTo(conversation, ProgressStage.READ);
        }
        return message;
    }

    /** The stage alone; the page says in its own words what it means. */
    public void moveTo(Conversation conversation, ProgressStage stage) {
        if (conversation.stage() != stage) {
            set(conversation, new SetProgress(stage, null, null));
        }
    }

    void set(Conversation conversation, SetProgress progress) {
        conversation.progress.set(progress);
        outbox.owe(PROGRESS_OWED, conversation.id, conversation.id, conversation.nextOutboxSequence());
    }
}
