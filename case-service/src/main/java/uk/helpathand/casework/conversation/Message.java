package uk.helpathand.casework.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.Author;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.Guide;
import uk.helpathand.api.casework.MessageView;
import uk.helpathand.api.casework.NewReply;
import uk.helpathand.api.handover.MessageHandover;
import uk.helpathand.api.handover.ReplyHandover;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;

/**
 * One entry of a conversation, immutable. How far it got is written by statements that only go forward, so that it needs
 * no version: the relay and a receipt from contact-service may come at the same moment.
 */
@Entity
@Table(name = "message")
public class Message extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "conversation_id")
    public UUID conversationId;

    long sequence;

    Author author;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    public String text;

    public boolean altered;

    String language;

    Guide guide;

    @Column(name = "content_warnings")
    String[] contentWarnings;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "handed_over_at")
    Instant handedOverAt;

    DeliveryState delivery;

    @Column(name = "delivery_at")
    Instant deliveryAt;

    @Embedded
    TextDelivery texted;

    @Column(name = "overridden_rule")
    String overriddenRule;

    @Column(name = "part_group")
    UUID partGroup;

    @Column(name = "part_number")
    Integer partNumber;

    @Column(name = "part_of")
    Integer partOf;

    int media;

    @Column(name = "redacted_at", insertable = false, updatable = false)
    Instant redactedAt;

    static Message inbound(Conversation conversation, UUID id, MessageHandover sent) {
        if (Message.findById(id) != null) {
            throw ProblemType.HANDOVER_CONFLICT.exception();
        }
        Message message = write(conversation, id, sent.author(), sent.text(), sent.receivedAt());
        message.altered |= sent.altered();
        message.language = LosslessText.storable(sent.language());
        message.contentWarnings = ContentWarnings.stored(sent.contentWarnings());
        message.media = sent.media();
        if (sent.part() != null) {
            message.partGroup = sent.part().group();
            message.partNumber = sent.part().number();
            message.partOf = sent.part().of();
        }
        message.persist();
        return message;
    }

    /** By a person of the team. */
    static Message outbound(Conversation conversation, String byId, String byName, NewReply reply, Instant at) {
        Message message = write(conversation, Ids.next(), Author.TEAM, reply.text(), at);
        message.language = LosslessText.storable(reply.language());
        message.guide = reply.guide();
        message.byId = byId;
        message.byName = byName;
        message.overriddenRule = reply.override() == null
                ? null
                : TextRules.setAside(reply.override()).wire();
        message.persist();
        return message;
    }

    private static Message write(Conversation conversation, UUID id, Author author, String text, Instant at) {
        var message = new Message();
        message.id = id;
        message.conversationId = conversation.id;
        message.sequence = conversation.nextMessageSequence();
        message.author = author;
        message.text = LosslessText.storable(text);
        message.altered = !LosslessText.isStorable(text);
        message.sentAt = at;
        return message;
    }

    /** All parts that came, in the order in which they came. */
    static List<Message> ofGroups(List<UUID> groups) {
        return Message.<Message>list("partGroup in ?1", groups).stream()
                .sorted((one, other) -> Long.compare(one.sequence, other.sequence))
                .toList();
    }

    /** When the first came that a child or adult wrote after that place in the thread. */
    static Optional<Instant> receivedAfter(UUID conversationId, long sequence) {
        return Message.<Message>find(
                        "conversationId = ?1 and sequence > ?2 and author in ?3 order by sequence",
                        conversationId,
                        sequence,
                        List.of(Author.CHILD, Author.ADULT))
                .firstResultOptional()
                .map(message -> message.sentAt);
    }

    /** When anybody last wrote there; every conversation begins with a message. */
    public static Instant lastSentAt(UUID conversationId) {
        return Message.<Message>find("conversationId = ?1 order by sequence desc", conversationId)
                .firstResult()
                .sentAt;
    }

    /** Whether the newest answer has been on an open thread. */
    public static boolean isLastReplySeen(UUID conversationId) {
        return Message.<Message>find(
                        "conversationId = ?1 and author = ?2 order by sequence desc", conversationId, Author.TEAM)
                .firstResultOptional()
                .filter(reply -> reply.delivery == DeliveryState.SEEN)
                .isPresent();
    }

    MessageView toView(Parts parts) {
        return new MessageView(
                id,
                conversationId,
                sequence,
                author,
                byName,
                text,
                altered,
                language,
                guide,
                ContentWarnings.shown(contentWarnings),
                sentAt,
                handedOverAt,
                delivery,
                texted == null || texted.state == null ? null : texted.toView(),
                parts.of(this),
                media,
                redactedAt);
    }

    ReplyHandover toHandover() {
        return new ReplyHandover(author, sentAt, text, language, guide, overriddenRule);
    }
}
