package uk.helpathand.contact.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import uk.helpathand.api.Author;
import uk.helpathand.api.Guide;
import uk.helpathand.api.MessagePart;
import uk.helpathand.api.Requester;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.time.Ids;

/** One entry of a conversation, immutable but for when a reply was seen. */
@Entity
@Table(name = "message")
public class Message extends PanacheEntityBase {

    /** Longer after each other they are parts of other wholes. */
    private static final Duration PARTS_TOGETHER = Duration.ofDays(1);

    @Id
    public UUID id;

    @Column(name = "conversation_id")
    public UUID conversationId;

    public long sequence;

    public String author;

    byte[] text;

    @Column(name = "content_hash")
    byte[] contentHash;

    byte[] origin;

    public String urgency;

    @Column(name = "urgency_reasons")
    String[] urgencyReasons;

    public Instant at;

    /** Of the page on which it was written, or as its writer named it; a BCP 47 tag, null when not known. */
    public String language;

    String guide;

    @Embedded
    Part part;

    public int media;

    @Column(name = "seen_at")
    public Instant seenAt;

    static Message of(UUID id, UUID conversationId, Author author, String text, SubjectCipher cipher, Instant at) {
        var message = new Message();
        message.id = id;
        message.conversationId = conversationId;
        message.author = author.wire();
        message.text = cipher.encrypt(text, "message.text", id);
        message.urgency = Urgency.STANDARD.wire();
        message.urgencyReasons = new String[0];
        message.at = at;
        return message;
    }

    /** As its requester wrote it. */
    static Message of(UUID id, Conversation conversation, NewMessage written, SubjectCipher cipher, Instant at) {
        Author author = Author.of(Requester.fromString(conversation.requester));
        Message message = of(id, conversation.id, author, written.text(), cipher, at);
        message.language = written.language();
        message.part = Part.of(written.part());
        message.media = written.media();
        message.sequence = conversation.nextMessageSequence();
        return message;
    }

    void raise(Assessment to) {
        urgency = to.urgency().wire();
        urgencyReasons = to.reasons().toArray(String[]::new);
    }

    public Author author() {
        return Author.fromString(author);
    }

    /** Null for a whole text. */
    public MessagePart part() {
        return part == null ? null : part.toPart();
    }

    /**
     * The part of the whole that is being written: the latest of so many parts in which this one has not come yet.
     *
     * @param conversationId null where the conversation begins with it
     */
    public static MessagePart partOf(UUID conversationId, int number, int of, Instant at) {
        List<Message> latest = conversationId == null
                ? List.of()
                : list(
                        "conversationId = ?1 and part.of = ?2 and at > ?3 order by sequence desc",
                        conversationId,
                        of,
                        at.minus(PARTS_TOGETHER));
        if (!latest.isEmpty()) {
            UUID group = latest.get(0).part.group;
            boolean open =
                    latest.stream().noneMatch(part -> part.part.group.equals(group) && part.part.number == number);
            if (open) {
                return new MessagePart(group, number, of);
            }
        }
        return new MessagePart(Ids.next(), number, of);
    }

    /** That a reply names; null when it names none. */
    Guide guide() {
        return guide == null ? null : Guide.fromString(guide);
    }

    /** Null once it was forgotten here, see {@link Forgetting}. */
    public String text(SubjectCipher cipher) {
        return cipher.decrypt(text, "message.text", id);
    }

    public List<UrgencyReason> urgencyReasons() {
        return Arrays.stream(urgencyReasons)
                .map(code -> new UrgencyReason(code, at))
                .toList();
    }

    boolean isForgotten() {
        return text == null;
    }

    /** The last texts of one author, oldest first; at most so many. */
    static List<String> lastTexts(UUID conversationId, Author author, int atMost, SubjectCipher cipher) {
        List<Message> latest = Message.<Message>find(
                        "conversationId = ?1 and author = ?2",
                        Sort.descending("sequence"),
                        conversationId,
                        author.wire())
                .page(0, atMost)
                .list();
        List<String> texts = new ArrayList<>(latest.stream()
                .map(message -> message.text(cipher))
                .filter(Objects::nonNull)
                .toList());
        Collections.reverse(texts);
        return texts;
    }

    /** How soon a person must look at the last one of this author. */
    static Urgency urgencyOfLast(UUID conversationId, Author author) {
        return Message.<Message>find(
                        "conversationId = ?1 and author = ?2",
                        Sort.descending("sequence"),
                        conversationId,
                        author.wire())
                .firstResultOptional()
                .map(message -> Urgency.fromString(message.urgency))
                .orElse(Urgency.STANDARD);
    }

    /** What all of them together have raised; the first is not among them, as its enquiry says it. */
    static Assessment raised(UUID conversationId) {
        return Message.find(
                        "select urgency, urgencyReasons from Message where conversationId = ?1 and urgency <> ?2",
                        conversationId,
                        Urgency.STANDARD.wire())
                .project(Raised.class)
                .stream()
                .map(raised -> new Assessment(Urgency.fromString(raised.urgency), List.of(raised.urgencyReasons)))
                .reduce(Assessment.NOTHING, Assessment::and);
    }

    /** Without its words, which may be many. */
    record Raised(String urgency, String[] urgencyReasons) {}

    static boolean hasOrigin(byte[] origin) {
        return count("origin", origin) > 0;
    }

    /** As {@link MessagePart}. */
    @Embeddable
    static class Part {

        @Column(name = "part_group")
        UUID group;

        @Column(name = "part_number")
        Integer number;

        @Column(name = "part_of")
        Integer of;

        static Part of(MessagePart part) {
            if (part == null) {
                return null;
            }
            var row = new Part();
            row.group = part.group();
            row.number = part.number();
            row.of = part.of();
            return row;
        }

        MessagePart toPart() {
            return group == null ? null : new MessagePart(group, number, of);
        }
    }
}
