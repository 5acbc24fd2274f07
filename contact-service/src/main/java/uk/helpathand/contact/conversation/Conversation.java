package uk.helpathand.contact.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.Requester;
import uk.helpathand.api.SafeContact;
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

    @Embedded
    ContactWish wish;

    /** The first message was a text: the phone is where they read, and no page is. */
    @Column(name = "began_by_text")
    public boolean beganByText;

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
    void setSafeContact(SafeContact said, byte[] numberHash, SubjectCipher cipher, Instant now) {
        wish = wish == null ? new ContactWish() : wish;
        wish.set(said, numberHash, cipher, id, now);
    }

    /** What the child told an adviser. Whether it is news. */
    boolean setSafeContactFromStaff(Told told, byte[] numberHash, SubjectCipher cipher) {
        return wish.setFromStaff(told, numberHash, cipher, id);
    }

    public SafeContact safeContact(SubjectCipher cipher) {
        return wish.toSafeContact(cipher, id);
    }

    /** The number wants no more texts, or (null) wants them again. Whether that is news. */
    public boolean stopTexts(Instant since) {
        return wish.stopTexts(since);
    }

    /** When the child or adult last said how to answer; null while they have not. */
    public Instant contactSetAt() {
        return wish.setAt;
    }

    public ContactState contactState(SubjectCipher cipher) {
        return wish.toState(cipher, id);
    }

    /** The same of one that is not loaded, so that a lock comes first. */
    public static byte[] numberHashOf(UUID id) {
        return getEntityManager()
                .createQuery("select c.wish.numberHash from Conversation c where c.id = :id", byte[].class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Null for no number. */
    public byte[] numberHash() {
        return wish.numberHash;
    }

    /** A later text of the same number is an enquiry of its own: it was finished, or others have the phone too. */
    public boolean isOverForTexts() {
        return progressStage() == ProgressStage.FINISHED
                || wish.numberIs != null && !NumberIs.MINE.wire().equals(wish.numberIs);
    }

    /** Of the same number, newest first; at most so many. */
    public static List<UUID> ofNumber(byte[] numberHash, int most) {
        return Conversation.find(
                        "select id from Conversation where wish.numberHash = ?1 order by createdAt desc", numberHash)
                .page(Page.ofSize(most))
                .project(UUID.class)
                .list();
    }

    /** Once the team has finished, reach and next step go too; else they stay, under the new key. Whether any went. */
    boolean forgetWords(boolean finished, SubjectCipher old, SubjectCipher fresh) {
        ticketCode = null;
        if (finished) {
            boolean hadStep = progressNextStep != null;
            progressNextStep = null;
            return wish.forgetReach() || hadStep;
        }
        progressNextStep = fresh.encrypt(nextStep(old), "conversation.progress_next_step", id);
        wish.rekey(old, fresh, id);
        return false;
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

    public String nextStep(SubjectCipher cipher) {
        return cipher.decrypt(progressNextStep, "conversation.progress_next_step", id);
    }
}
