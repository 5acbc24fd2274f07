package uk.helpathand.contact.enquiry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import uk.helpathand.api.Channel;
import uk.helpathand.api.Safe;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.contact.conversation.Conversations.Begun;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.time.Ids;

/** One request for help as it was received. Never edited. */
@Entity
@Table(name = "enquiry")
public class Enquiry extends PanacheEntityBase {

    static final String REFERRAL = "enquiry.referral";

    private static final String FORM_TOKEN_INDEX = "ux_enquiry_form_token";

    @Id
    public UUID id;

    @Column(name = "conversation_id")
    public UUID conversationId;

    @Column(name = "message_id")
    public UUID messageId;

    public String reference;

    @Column(name = "form_token")
    byte[] formToken;

    @Column(name = "content_hash")
    byte[] contentHash;

    public String channel;

    @Column(name = "received_at")
    public Instant receivedAt;

    byte[] wanted;

    /** {@link uk.helpathand.api.Referral} as JSON; null for a child. */
    byte[] referral;

    String safe;

    String urgency;

    @Column(name = "urgency_reasons")
    String[] urgencyReasons;

    UUID[] children;

    @Column(name = "possible_links")
    UUID[] possibleLinks;

    static Enquiry of(Begun begun, byte[] formToken, Channel channel, Assessment assessment, Instant at) {
        var enquiry = new Enquiry();
        enquiry.id = Ids.next();
        enquiry.conversationId = begun.conversationId();
        enquiry.messageId = begun.messageId();
        enquiry.reference = Reference.random();
        enquiry.formToken = formToken;
        enquiry.channel = channel.wire();
        enquiry.receivedAt = at;
        enquiry.urgency = assessment.urgency().wire();
        enquiry.urgencyReasons = assessment.reasons().toArray(String[]::new);
        return enquiry;
    }

    /** The form of this one has been taken in before: whoever comes second, even at the same moment, fails at the index. */
    static boolean isFormKnown(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConstraintViolationException violation
                        && FORM_TOKEN_INDEX.equals(violation.getConstraintName()));
    }

    static Optional<Enquiry> ofForm(byte[] formToken) {
        return find("formToken", formToken).firstResultOptional();
    }

    /** When the newest were received, the newest first. Ids are made in the order of time, and are an index. */
    static List<Instant> latest(int most) {
        return find("select receivedAt from Enquiry order by id desc")
                .page(Page.ofSize(most))
                .project(Instant.class)
                .list();
    }

    public static Optional<Enquiry> ofConversation(UUID conversationId) {
        return find("conversationId", conversationId).firstResultOptional();
    }

    public String wanted(SubjectCipher cipher) {
        return cipher.decrypt(wanted, "enquiry.wanted", id);
    }

    /** As JSON; null for a child. */
    public String referral(SubjectCipher cipher) {
        return cipher.decrypt(referral, REFERRAL, id);
    }

    public Safe safe() {
        return safe == null ? null : Safe.fromString(safe);
    }

    public Urgency urgency() {
        return Urgency.fromString(urgency);
    }

    Assessment assessment() {
        return new Assessment(urgency(), List.of(urgencyReasons));
    }

    public List<UrgencyReason> urgencyReasons() {
        return Arrays.stream(urgencyReasons)
                .map(code -> new UrgencyReason(code, receivedAt))
                .toList();
    }

    /** Earlier conversations of the same number, newest first: perhaps the same person. */
    public List<UUID> possibleLinks() {
        return possibleLinks == null ? List.of() : List.of(possibleLinks);
    }

    public List<UUID> children() {
        return List.of(children);
    }
}
