package uk.helpathand.contact.sms;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.platform.time.Ids;

/**
 * A text or e-mail to the child or adult about a message of the team, or the first answer by machine. Its id is our reference
 * at the provider. Changed under the lock of its conversation alone.
 */
@Entity
@Table(name = "outgoing_text")
public class OutgoingText extends PanacheEntityBase {

    /** Kind of the outbox row by which staff are told of it; handled in package handover. */
    public static final String STATE_OWED = "text-state";

    /** By which it goes. */
    static final String TEXT = "text";

    static final String EMAIL = "email";

    @Id
    UUID id;

    @Column(name = "conversation_id")
    UUID conversationId;

    /** Null for the first answer by machine. */
    @Column(name = "message_id")
    public UUID messageId;

    String route;

    boolean automatic;

    /** The rule that a lead has set aside; null for none. */
    String overridden;

    /** What of the message went, once that is decided: {@link uk.helpathand.platform.safecontact.Form}. */
    String form;

    String state;

    @Column(name = "state_at")
    Instant stateAt;

    @Column(name = "held_until")
    Instant heldUntil;

    String rule;

    String failure;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "tried_at")
    Instant triedAt;

    String provider;

    @Column(name = "provider_id")
    String providerId;

    /** Under the id of the message: when that is handed over again after a restore, the provider knows the reference. */
    static OutgoingText about(UUID messageId, UUID conversationId, String route, Instant now) {
        OutgoingText text = of(messageId, conversationId, route, now);
        text.messageId = messageId;
        return text;
    }

    static OutgoingText firstAnswer(UUID conversationId, Instant expiresAt, Instant now) {
        OutgoingText text = of(Ids.next(), conversationId, TEXT, now);
        text.automatic = true;
        text.expiresAt = expiresAt;
        return text;
    }

    private static OutgoingText of(UUID id, UUID conversationId, String route, Instant now) {
        var text = new OutgoingText();
        text.id = id;
        text.conversationId = conversationId;
        text.route = route;
        text.become(DeliveryState.SENDING, now);
        return text;
    }

    /**
     * When it was made, where that was before the database started; else empty. A database that was restored may have forgotten the
     * try, so the provider is asked; after any other start that is one question too many.
     */
    Optional<Instant> madeBeforeItsDatabaseStarted() {
        return Ids.madeAt(id)
                .filter(made -> made.isBefore((Instant) getEntityManager()
                        .createNativeQuery("select pg_postmaster_start_time()", Instant.class)
                        .getSingleResult()));
    }

    /** As it is now: to be called under the conversation's lock. */
    static OutgoingText locked(UUID id) {
        return OutgoingText.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    DeliveryState state() {
        return DeliveryState.fromString(state);
    }

    /** Only forward, and of two ends the first stands. Whether it is news. */
    boolean become(DeliveryState next, Instant at) {
        if (state != null && rank(next) <= rank(state())) {
            return false;
        }
        state = next.wire();
        stateAt = at;
        if (next != DeliveryState.HELD) {
            heldUntil = null;
        }
        return true;
    }

    /** Waits, perhaps once more: the window may have been changed since. */
    void hold(Instant until, String byRule, Instant now) {
        state = DeliveryState.HELD.wire();
        stateAt = now;
        heldUntil = until;
        rule = byRule;
    }

    private static int rank(DeliveryState state) {
        return switch (state) {
            case STORED, SEEN -> -1;
            case HELD -> 0;
            case SENDING -> 1;
            case SENT -> 2;
            case DELIVERED, NOT_DELIVERED, REFUSED -> 3;
        };
    }

    public DeliveryHandover toHandover() {
        return new DeliveryHandover(state(), stateAt, heldUntil, rule, failure);
    }

    /** Empty once it was erased. */
    static Optional<UUID> conversationOf(UUID id) {
        return OutgoingText.find("select conversationId from OutgoingText where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /** What may still go out. */
    static List<OutgoingText> waiting(UUID conversationId) {
        return list("conversationId = ?1 and state in ('held', 'sending')", conversationId);
    }

    static List<UUID> heldUntil(Instant now, int from, int most) {
        return OutgoingText.find(
                        "select id from OutgoingText where state = 'held' and heldUntil <= ?1 order by heldUntil, id",
                        now)
                .range(from, from + most - 1)
                .project(UUID.class)
                .list();
    }

    /**
     * The id of the one, by our reference, or by the provider's id; empty for one that is not ours. Its row is loaded under the lock
     * alone: what was loaded before is not read anew.
     */
    static Optional<UUID> idOf(TextStatus status) {
        UUID reference = uuid(status.reference());
        if (reference != null && OutgoingText.count("id", reference) > 0) {
            return Optional.of(reference);
        }
        return OutgoingText.find(
                        "select id from OutgoingText where provider = ?1 and providerId = ?2",
                        status.provider(),
                        status.providerId())
                .project(UUID.class)
                .firstResultOptional();
    }

    private static UUID uuid(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
