package uk.helpathand.contact.sms;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.platform.time.Jobs;

/** Lets texts go that have waited for a safe time. Each is decided about anew, under its conversation's lock. */
@ApplicationScoped
class HeldTexts {

    private static final int AT_ONCE = 200;

    @Inject
    Conversations conversations;

    @Inject
    Answering answering;

    @Inject
    Clock clock;

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("10s", this::release);
    }

    void release() {
        int stay = 0;
        List<UUID> due;
        do {
            int from = stay;
            due = QuarkusTransaction.requiringNew().call(() -> OutgoingText.heldUntil(clock.instant(), from, AT_ONCE));
            stay += (int) due.stream().filter(id -> !released(id)).count();
        } while (due.size() == AT_ONCE);
    }

    /** One that cannot be decided about keeps no other back; it is there again next time. */
    private boolean released(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> OutgoingText.conversationOf(id)
                    .map(Conversation::lock)
                    .ifPresent(conversation -> release(id, conversation)));
            return true;
        } catch (RuntimeException e) {
            Log.errorf("held text %s: %s", id, e.getClass().getName());
            return false;
        }
    }

    private void release(UUID id, Conversation conversation) {
        OutgoingText text = OutgoingText.locked(id);
        boolean due = text.state() == DeliveryState.HELD && !text.heldUntil.isAfter(clock.instant());
        if (due) {
            answering.decide(text, conversation, conversation.safeContact(conversations.cipherOf(conversation.id)));
        }
    }
}
