package uk.helpathand.casework.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Channel;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.Requester;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.casework.ConversationSummary;
import uk.helpathand.api.casework.OwnerKind;
import uk.helpathand.api.handover.EnquiryHandover;
import uk.helpathand.api.handover.MessageHandover;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;

/**
 * The thread between one requester and the team. No conversation reveals that another exists. Its row lock is the lock of
 * all that hangs on it (its enquiry, its alerts, who answers), so that a message, a decision and a closure that come at
 * the same moment happen one after the other.
 */
@Entity
@Table(name = "conversation")
public class Conversation extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "enquiry_id", updatable = false)
    public UUID enquiryId;

    @Column(updatable = false)
    public Requester audience;

    @Column(name = "began_by_text", updatable = false)
    boolean beganByText;

    @Column(updatable = false)
    String language;

    @Embedded
    ContactWish wish;

    @Embedded
    Progress progress;

    @Embedded
    public CodeState code;

    @Column(name = "first_returned_at")
    Instant firstReturnedAt;

    /** Null while nobody waits for an answer. */
    @Column(name = "waiting_since")
    public Instant waitingSince;

    @Column(name = "owner_kind")
    public OwnerKind ownerKind;

    @Column(name = "owner_id")
    public String ownerId;

    @Column(name = "last_message_sequence")
    long lastMessageSequence;

    @Column(name = "last_outbox_sequence")
    long lastOutboxSequence;

    @Version
    int version;

    public static Conversation begin(UUID enquiryId, EnquiryHandover sent, SubjectCipher cipher) {
        var conversation = new Conversation();
        conversation.id = sent.conversationId();
        conversation.enquiryId = enquiryId;
        conversation.audience = sent.requester();
        conversation.beganByText = sent.channel() == Channel.SMS;
        conversation.language = LosslessText.storable(sent.language());
        conversation.wish = ContactWish.of(sent.safeContact(), cipher, conversation.id);
        conversation.progress = Progress.received();
        conversation.code = conversation.beganByText ? CodeState.neverGiven(sent.receivedAt()) : new CodeState();
        conversation.answeredBy(Owner.QUEUE);
        conversation.persist();
        return conversation;
    }

    public static Conversation get(UUID id) {
        return Conversation.<Conversation>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** With its row locked. To be called before anything of it is loaded, or the lock would guard old values. */
    public static Conversation lock(UUID id) {
        return Conversation.<Conversation>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    public static Conversation lockOfEnquiry(UUID enquiryId) {
        return Conversation.<Conversation>find("enquiryId", enquiryId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    public static Conversation ofEnquiry(UUID enquiryId) {
        return Conversation.<Conversation>find("enquiryId", enquiryId).singleResult();
    }

    public static List<Conversation> ofEnquiries(Collection<UUID> enquiryIds) {
        return list("enquiryId in ?1", enquiryIds);
    }

    public static List<Conversation> ofIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** What the child or adult wrote; it waits for an answer from now on. */
    public Message receive(UUID messageId, MessageHandover sent) {
        var message = Message.inbound(this, messageId, sent);
        waitsFor(sent.receivedAt());
        return message;
    }

    /** Something came then that a person has to read. */
    public void waitsFor(Instant receivedAt) {
        waitingSince = waitingSince == null ? receivedAt : waitingSince;
    }

    /** It came in a flood: nobody has to answer before it is out of the tray. */
    public void setAside() {
        waitingSince = null;
    }

    /** Out of the tray: it waits like any other, unless a person has answered meanwhile. */
    public void waits(Instant since) {
        if (waitingSince == null && progress.stage == ProgressStage.RECEIVED) {
            waitingSince = since;
        }
    }

    /**
     * A person has answered, or has decided that nothing is to be answered, of what had come when they looked: that sequence and
     * before. What came after it waits.
     */
    public void answeredAsFarAs(long sequence) {
        if (waitingSince != null) {
            Instant before = waitingSince;
            waitingSince = Message.receivedAfter(id, sequence)
                    // What was answered by somebody else before it does not wait again.
                    .map(since -> since.isBefore(before) ? before : since)
                    .orElse(null);
        }
    }

    public void answeredBy(Owner owner) {
        ownerKind = owner.kind();
        ownerId = owner.id();
    }

    /** The return code has opened the thread. The first time counts. */
    public void returned(Instant at) {
        firstReturnedAt = firstReturnedAt == null ? at : firstReturnedAt;
    }

    long nextMessageSequence() {
        return ++lastMessageSequence;
    }

    long nextOutboxSequence() {
        return ++lastOutboxSequence;
    }

    /** No answer to an adult reaches a child, nor the other way. */
    void requireAudience(Requester given) {
        if (given != audience) {
            throw ProblemType.WRONG_AUDIENCE.exception();
        }
    }

    /** Whether a code opens the thread, so that an answer can be read there. */
    public boolean opens() {
        return code.opens();
    }

    /** Where a text is the answer itself: no thread that they could open has it as well. */
    public boolean isByTextAlone() {
        return beganByText && !opens();
    }

    /** Since when the number wants no text; null while it does. */
    public Instant textsStoppedAt() {
        return wish.textsStoppedAt;
    }

    /** From contact-service. Whether it changed anything. */
    public boolean wishes(SafeContact contact, long staffVersion, long wordsVersion, SubjectCipher cipher) {
        return wish.replace(contact, new ContactWish.Known(staffVersion, wordsVersion), cipher, id);
    }

    /** What staff were told; it replaces all that was known. */
    public void told(SafeContact contact, Instant at, SubjectCipher cipher) {
        wish.told(contact, at, cipher, id);
    }

    public List<String> differences(SafeContact contact, SubjectCipher cipher) {
        return wish.differences(contact, cipher, id);
    }

    public long contactStateVersion() {
        return wish.stateVersion;
    }

    public SafeContact safeContact(SubjectCipher cipher) {
        return wish.toSafeContact(cipher, id);
    }

    public ProgressStage stage() {
        return progress.stage;
    }

    ConversationSummary toSummary(List<UUID> caseIds) {
        return new ConversationSummary(id, enquiryId, audience, waitingSince, ownerKind, ownerId, caseIds);
    }
}
