package uk.helpathand.contact.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.api.WireName;
import uk.helpathand.api.handover.RedactedWordsHandover;
import uk.helpathand.platform.crypto.SubjectCipher;

/** How the requester wants to be answered; what identifies them is encrypted under the conversation's key. */
@Embeddable
class ContactWish {

    private static final String NUMBER = "conversation.number";
    private static final String EMAIL = "conversation.email";
    private static final String SAFE_NOTE = "conversation.safe_note";
    private static final String COVER_WORDS = "conversation.cover_words";

    @Column(name = "reply_by")
    String replyBy;

    byte[] number;

    @Column(name = "number_hash")
    byte[] numberHash;

    @Column(name = "number_is")
    String numberIs;

    byte[] email;

    @Column(name = "safe_times")
    String[] safeTimes;

    @Column(name = "safe_note")
    byte[] safeNote;

    @Column(name = "cover_words")
    byte[] coverWords;

    @Column(name = "no_voicemail")
    Boolean noVoicemail;

    @Column(name = "answers_in_text")
    Boolean answersInText;

    @Column(name = "texts_stopped_at")
    Instant textsStoppedAt;

    @Column(name = "contact_set_at")
    Instant setAt;

    /** Our count of all changes. */
    @Column(name = "contact_version")
    long version;

    /** case-service's count of what staff were told. */
    @Column(name = "staff_contact_version")
    long staffVersion;

    /** case-service's count of its redactions of the note and the cover words: none of before comes back. */
    @Column(name = "contact_words_version")
    long wordsVersion;

    /** What the child says themself: always newer than what we have. */
    void set(SafeContact wish, byte[] hash, SubjectCipher cipher, UUID id, Instant now) {
        store(wish, hash, cipher, id);
        setAt = now;
        version++;
    }

    /**
     * What the child told an adviser: an older version is a no-op, and what the child has set themself since stays. Words of one
     * that does not know yet that they were redacted stay away.
     */
    boolean setFromStaff(Told told, byte[] hash, SubjectCipher cipher, UUID id) {
        SafeContact contact = told.contact();
        if (contact.version() <= staffVersion) {
            return false;
        }
        if (!isSetAfter(told.at())) {
            boolean outdated = told.wordsVersion() < wordsVersion;
            SafeContact now = outdated ? toSafeContact(cipher, id) : contact;
            store(contact.withWords(now.safeNote(), now.coverWords()), hash, cipher, id);
        }
        staffVersion = contact.version();
        version++;
        return true;
    }

    /** @param at null for now */
    private boolean isSetAfter(Instant at) {
        return at != null && setAt != null && at.isBefore(setAt);
    }

    /** What is left of the words that are held: an older version is a no-op. Whether they were others than the team had read. */
    boolean redact(RedactedWordsHandover left, SubjectCipher cipher, UUID id) {
        if (left.version() <= wordsVersion) {
            return false;
        }
        wordsVersion = left.version();
        if (isSetAfter(left.readAt())) {
            version++;
            return true;
        }
        safeNote = safeNote == null ? null : cipher.encrypt(left.safeNote(), SAFE_NOTE, id);
        coverWords = coverWords == null ? null : cipher.encrypt(left.coverWords(), COVER_WORDS, id);
        return false;
    }

    /** As case-service is told it. */
    ContactState toState(SubjectCipher cipher, UUID id) {
        return new ContactState(staffVersion, wordsVersion, toSafeContact(cipher, id));
    }

    /** The number wants no more texts, or wants them again. Whether that is news. */
    boolean stopTexts(Instant since) {
        boolean news = (since == null) != (textsStoppedAt == null);
        if (news) {
            textsStoppedAt = since;
            version++;
        }
        return news;
    }

    /**
     * All but whether texts are stopped: that is the number's own word, and nobody else takes it back. Of another number it says
     * nothing; what is known of that one is told next ({@link Conversations.NumberGiven}).
     */
    private void store(SafeContact contact, byte[] hash, SubjectCipher cipher, UUID id) {
        if (!Arrays.equals(numberHash, hash)) {
            textsStoppedAt = null;
        }
        replyBy = contact.replyBy().wire();
        number = cipher.encrypt(contact.number(), NUMBER, id);
        numberHash = hash;
        numberIs = contact.numberIs() == null ? null : contact.numberIs().wire();
        email = cipher.encrypt(contact.email(), EMAIL, id);
        safeTimes = contact.safeTimes().stream().map(SafeTime::wire).toArray(String[]::new);
        safeNote = cipher.encrypt(contact.safeNote(), SAFE_NOTE, id);
        coverWords = cipher.encrypt(contact.coverWords(), COVER_WORDS, id);
        noVoicemail = contact.noVoicemail();
        answersInText = contact.answersInText();
    }

    /**
     * Whoever comes back comes by their code, and says anew how to answer. That they had chosen texts stays, because staff are
     * promised one as long as their record says so: they are told that it did not go. So does whether texts are stopped.
     *
     * @return whether there was any
     */
    boolean forgetReach() {
        boolean reach = number != null || email != null || safeNote != null || coverWords != null;
        number = null;
        numberHash = null;
        numberIs = null;
        email = null;
        safeTimes = new String[0];
        safeNote = null;
        coverWords = null;
        noVoicemail = null;
        answersInText = null;
        return reach;
    }

    /** The same under another key. */
    void rekey(SubjectCipher old, SubjectCipher fresh, UUID id) {
        number = fresh.encrypt(old.decrypt(number, NUMBER, id), NUMBER, id);
        email = fresh.encrypt(old.decrypt(email, EMAIL, id), EMAIL, id);
        safeNote = fresh.encrypt(old.decrypt(safeNote, SAFE_NOTE, id), SAFE_NOTE, id);
        coverWords = fresh.encrypt(old.decrypt(coverWords, COVER_WORDS, id), COVER_WORDS, id);
    }

    SafeContact toSafeContact(SubjectCipher cipher, UUID id) {
        return new SafeContact(
                version,
                ReplyBy.fromString(replyBy),
                cipher.decrypt(number, NUMBER, id),
                numberIs == null ? null : NumberIs.fromString(numberIs),
                cipher.decrypt(email, EMAIL, id),
                times(),
                cipher.decrypt(safeNote, SAFE_NOTE, id),
                cipher.decrypt(coverWords, COVER_WORDS, id),
                noVoicemail,
                answersInText,
                textsStoppedAt);
    }

    private List<SafeTime> times() {
        return Arrays.stream(safeTimes)
                .map(time -> WireName.parse(SafeTime.class, time))
                .toList();
    }
}
