package uk.helpathand.contact.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.Requester;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.api.WireName;
import uk.helpathand.api.handover.ProgressHandover;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.SubjectCipher;

/** The thread between one requester and the team. No conversation reveals that another exists. */
@Entity
@Table(name = "conversation")
public class Conversation extends PanacheEntityBase {

    /** How long the return code waits to be shown to the browser that sent the form. */
    static final Duration TICKET = Duration.ofMinutes(15);

    @Id
    public UUID id;

    public String requester;

    public String language;

    @Column(name = "created_at")
    public Instant createdAt;

    @Embedded
    public CodeState code;

    @Column(name = "ticket_hash")
    byte[] ticketHash;

    @Column(name = "ticket_code")
    byte[] ticketCode;

    @Column(name = "ticket_until")
    Instant ticketUntil;

    @Column(name = "tickets_ended_at")
    Instant ticketsEndedAt;

    @Column(name = "reply_by")
    String replyBy;

    byte[] number;

    @Column(name = "number_is")
    String numberIs;

    byte[] email;

    @Column(name = "safe_times")
    String[] safeTimes;

    @Column(name = "safe_note")
    byte[] safeNote;

    @Column(name = "contact_set_at")
    Instant contactSetAt;

    @Column(name = "contact_version")
    long contactVersion;

    @Column(name = "staff_contact_version")
    public long staffContactVersion;

    @Column(name = "progress_stage")
    String progressStage;

    @Column(name = "progress_next_step")
    byte[] progressNextStep;

    @Column(name = "progress_by")
    LocalDate progressBy;

    @Column(name = "progress_version")
    long progressVersion;

    @Column(name = "first_returned_at")
    public Instant firstReturnedAt;

    @Column(name = "last_message_sequence")
    long lastMessageSequence;

    @Column(name = "last_outbox_sequence")
    long lastOutboxSequence;

    @Embedded
    Confirmation confirmation;

    @Version
    int version;

    static Conversation begin(UUID id, Requester requester, String language, byte[] codeHash, Instant now) {
        var conversation = new Conversation();
        conversation.id = id;
        conversation.requester = requester.wire();
        conversation.language = language;
        conversation.createdAt = now;
        conversation.code = CodeState.of(codeHash);
        conversation.progressStage = ProgressStage.RECEIVED.wire();
        return conversation;
    }

    public static Conversation get(UUID id) {
        return Conversation.<Conversation>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** With its row locked: the only way to take a sequence number. */
    public static Conversation lock(UUID id) {
        return Conversation.<Conversation>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** One look-up whatever was typed: wrong, unknown, revoked and expired codes are the same empty answer. */
    static Optional<UUID> findByCode(byte[] codeHash, Instant now) {
        return Conversation.find(
                        "select id from Conversation where code.hash = ?1 and code.revokedAt is null"
                                + " and (code.expiresAt is null or code.expiresAt > ?2)",
                        codeHash,
                        now)
                .project(UUID.class)
                .firstResultOptional();
    }

    void holdTicket(byte[] browserHash, String code, SubjectCipher cipher, Instant now) {
        ticketHash = browserHash;
        ticketCode = cipher.encrypt(code, "conversation.ticket_code", id);
        ticketUntil = now.plus(TICKET);
    }

    /** Null once it was shown. */
    String ticketCode(SubjectCipher cipher) {
        return cipher.decrypt(ticketCode, "conversation.ticket_code", id);
    }

    public long nextMessageSequence() {
        return ++lastMessageSequence;
    }

    public long nextOutboxSequence() {
        return ++lastOutboxSequence;
    }

    /** It began in a flood, and nobody has shown yet that they are a person. */
    public boolean isUnconfirmed() {
        return confirmation.isMissing();
    }

    public Instant confirmedAt() {
        return confirmation.confirmedAt;
    }

    void endTickets(Instant now) {
        ticketCode = null;
        ticketsEndedAt = now;
    }

    /** What the child says themself: always newer than what we have. */
    void setSafeContact(SafeContact wish, SubjectCipher cipher, Instant now) {
        store(wish, cipher);
        contactSetAt = now;
        contactVersion++;
    }

    /** What the child told an adviser: an older version is a no-op, and what the child has set themself since stays. */
    boolean setSafeContactFromStaff(SafeContact told, Instant toldAt, SubjectCipher cipher) {
        if (told.version() <= staffContactVersion) {
            return false;
        }
        if (toldAt == null || contactSetAt == null || !toldAt.isBefore(contactSetAt)) {
            store(told, cipher);
        }
        staffContactVersion = told.version();
        contactVersion++;
        return true;
    }

    private void store(SafeContact contact, SubjectCipher cipher) {
        replyBy = contact.replyBy().wire();
        number = cipher.encrypt(contact.number(), "conversation.number", id);
        numberIs = contact.numberIs() == null ? null : contact.numberIs().wire();
        email = cipher.encrypt(contact.email(), "conversation.email", id);
        safeTimes = contact.safeTimes().stream().map(SafeTime::wire).toArray(String[]::new);
        safeNote = cipher.encrypt(contact.safeNote(), "conversation.safe_note", id);
    }

    public SafeContact safeContact(SubjectCipher cipher) {
        return new SafeContact(
                contactVersion,
                ReplyBy.fromString(replyBy),
                cipher.decrypt(number, "conversation.number", id),
                numberIs == null ? null : NumberIs.fromString(numberIs),
                cipher.decrypt(email, "conversation.email", id),
                safeTimes(),
                cipher.decrypt(safeNote, "conversation.safe_note", id));
    }

    private List<SafeTime> safeTimes() {
        return Arrays.stream(safeTimes)
                .map(time -> WireName.parse(SafeTime.class, time))
                .toList();
    }

    /** An older version is a no-op. */
    void setProgress(ProgressHandover progress, SubjectCipher cipher) {
        if (progress.version() <= progressVersion) {
            return;
        }
        progressVersion = progress.version();
        progressStage = progress.stage().wire();
        progressNextStep = cipher.encrypt(progress.nextStep(), "conversation.progress_next_step", id);
        progressBy = progress.by();
    }

    ProgressStage progressStage() {
        return ProgressStage.fromString(progressStage);
    }

    String progressNextStep(SubjectCipher cipher) {
        return cipher.decrypt(progressNextStep, "conversation.progress_next_step", id);
    }
}
