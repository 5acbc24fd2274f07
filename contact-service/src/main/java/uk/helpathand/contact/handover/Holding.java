package uk.helpathand.contact.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import uk.helpathand.api.handover.ConversationHeld;
import uk.helpathand.api.handover.ConversationHeld.EventHeld;
import uk.helpathand.api.handover.ConversationHeld.MessageHeld;
import uk.helpathand.api.handover.ConversationHeld.TextHeld;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.platform.crypto.SubjectCipher;

/**
 * What is held here of one conversation, for a copy that somebody asked for. Read from the tables as they stand, by all that name the
 * conversation. Within the caller's transaction.
 */
@ApplicationScoped
class Holding {

    private static final String MESSAGES =
            "select id, at, author, seen_at, text is not null as words from message where conversation_id = :id order by sequence";

    private static final String TEXTS =
            "select id, route, state, state_at, held_until, provider from outgoing_text where conversation_id = :id"
                    + " order by state_at, id";

    private static final String EVENTS = "select id, provider, kind, received_at, raw is not null as bytes"
            + " from provider_event where conversation_id = :id order by received_at, id";

    private static final String REQUEST_WORDS = """
            select exists (select 1 from enquiry e where e.conversation_id = :id
                and (e.wanted is not null or e.referral is not null or exists (
                    select 1 from enquiry_details d where d.enquiry_id = e.id and d.answers is not null)))
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Conversations conversations;

    /** Null of a conversation that is not known here, or not any more. */
    ConversationHeld of(UUID id) {
        Conversation conversation = Conversation.findById(id);
        if (conversation == null) {
            return null;
        }
        SubjectCipher cipher = conversations.cipherOf(id);
        return new ConversationHeld(
                conversation.createdAt,
                conversation.language,
                conversation.beganByText,
                conversation.nextStep(cipher),
                conversation.safeContact(cipher),
                conversation.contactSetAt(),
                conversation.confirmedAt(),
                conversation.firstReturnedAt,
                conversation.code.revokedAt,
                conversation.code.expiresAt(),
                times("select requested_at from code_revocation where conversation_id = :id order by 1", id),
                times("select made_at from code_reissue where conversation_id = :id order by 1", id),
                times("select last_seen_at from reading_session where conversation_id = :id order by 1", id),
                rows(MESSAGES, id, Holding::message),
                rows(TEXTS, id, Holding::text),
                rows(EVENTS, id, Holding::event),
                hasRequestWords(id),
                last("select max(last_heard_at) from phone_route where conversation_id = :id", id),
                last("select max(last_automatic_at) from phone_route where conversation_id = :id", id),
                owed(id));
    }

    private static MessageHeld message(Tuple row) {
        return new MessageHeld(
                row.get("id", UUID.class),
                row.get("at", Instant.class),
                row.get("author", String.class),
                row.get("seen_at", Instant.class),
                row.get("words", Boolean.class));
    }

    private static TextHeld text(Tuple row) {
        return new TextHeld(
                row.get("id", UUID.class),
                row.get("route", String.class),
                row.get("state", String.class),
                row.get("state_at", Instant.class),
                row.get("held_until", Instant.class),
                row.get("provider", String.class));
    }

    private static EventHeld event(Tuple row) {
        return new EventHeld(
                row.get("id", UUID.class),
                row.get("provider", String.class),
                row.get("kind", String.class),
                row.get("received_at", Instant.class),
                row.get("bytes", Boolean.class));
    }

    private <V> List<V> rows(String sql, UUID id, Function<Tuple, V> view) {
        List<?> rows = entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(view).toList();
    }

    private List<Instant> times(String sql, UUID id) {
        List<?> times = entityManager
                .createNativeQuery(sql, Instant.class)
                .setParameter("id", id)
                .getResultList();
        return times.stream().map(Instant.class::cast).toList();
    }

    private Instant last(String sql, UUID id) {
        return (Instant) entityManager
                .createNativeQuery(sql, Instant.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private boolean hasRequestWords(UUID id) {
        return (Boolean) entityManager
                .createNativeQuery(REQUEST_WORDS)
                .setParameter("id", id)
                .getSingleResult();
    }

    private long owed(UUID id) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from outbox where stream_id = :id")
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
    }
}
