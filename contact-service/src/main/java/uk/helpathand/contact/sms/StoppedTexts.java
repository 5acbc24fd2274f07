package uk.helpathand.contact.sms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.platform.outbox.Outbox;

/**
 * Numbers that want no texts. Whoever holds the phone has said so in one word, which may be the child protecting themself, or
 * somebody else: it is obeyed, and told to staff before they type (trap 8).
 */
@ApplicationScoped
class StoppedTexts {

    private static final int MOST = 20;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * On a route that is locked. Texts come late and in any order, so the word that was said last counts and not the one that
     * came last; in doubt texts stay stopped.
     *
     * @param at when it was said, by the provider's clock where it tells
     */
    void heard(PhoneRoute route, Keywords.Meaning word, Instant at) {
        switch (word) {
            case STOP -> {
                if (route.textsStartedAt == null || !route.textsStartedAt.isAfter(at)) {
                    stop(route, at);
                }
            }
            case START -> {
                route.textsStartedAt = later(route.textsStartedAt, at);
                if (route.textsStoppedAt == null || at.isAfter(route.textsStoppedAt)) {
                    set(route, null);
                }
            }
            case HELP -> {
                // As any text: a person answers.
            }
        }
    }

    /** Of several the newest: a START between two of them does not undo the second. */
    private void stop(PhoneRoute route, Instant at) {
        set(route, later(route.textsStoppedAt, at));
    }

    private static Instant later(Instant known, Instant at) {
        return known == null || at.isAfter(known) ? at : known;
    }

    /** The provider says so: it heard the word, and we perhaps did not. A transaction of its own: the lock of the number is first. */
    void byProvider(UUID outgoingTextId) {
        QuarkusTransaction.requiringNew().run(() -> {
            byte[] numberHash = OutgoingText.conversationOf(outgoingTextId)
                    .map(Conversation::numberHashOf)
                    .orElse(null);
            if (numberHash != null) {
                stop(PhoneRoute.lock(numberHash), clock.instant());
            }
        });
    }

    private void set(PhoneRoute route, Instant since) {
        route.textsStoppedAt = since;
        Conversation.ofNumber(route.numberHash, MOST).stream()
                .sorted()
                .forEach((UUID id) -> tell(Conversation.lock(id), route));
    }

    /** What is known of the number is told of the conversation, which is locked. */
    void tell(Conversation conversation, PhoneRoute route) {
        if (conversation.stopTexts(route.textsStoppedAt)) {
            outbox.owe(
                    Conversations.CONTACT_STATE_OWED,
                    conversation.id,
                    conversation.id,
                    conversation.nextOutboxSequence());
        }
    }

    /** Somebody names a number of which we know already. */
    void given(@Observes Conversations.NumberGiven given) {
        PhoneRoute route = PhoneRoute.of(given.conversation().numberHash());
        if (route != null) {
            tell(given.conversation(), route);
        }
    }
}
