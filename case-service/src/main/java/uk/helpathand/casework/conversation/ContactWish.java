package uk.helpathand.casework.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.api.WireName;
import uk.helpathand.api.handover.RedactedWordsHandover;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;

/** How the requester wants to be answered; what identifies them is encrypted under the enquiry's key. */
@Embeddable
class ContactWish {

    static final String SAFE_NOTE = "conversation.safe_note";
    static final String COVER_WORDS = "conversation.cover_words";

    @Column(name = "reply_by")
    ReplyBy replyBy;

    byte[] number;

    @Column(name = "number_is")
    NumberIs numberIs;

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

    /** The number's own word, which contact-service heard: nothing that staff are told sets it or takes it back. */
    @Column(name = "texts_stopped_at")
    Instant textsStoppedAt;

    /** contact-service's own count of its changes. */
    @Column(name = "contact_version")
    long contactVersion;

    /** Our count of what staff were told. */
    @Column(name = "contact_staff_version")
    long staffVersion;

    @Column(name = "contact_state_version")
    long stateVersion;

    @Column(name = "contact_told_at")
    Instant toldAt;

    /** Our count of redactions of the note and the cover words: none of before comes back. */
    @Column(name = "contact_words_version")
    long wordsVersion;

    @Column(name = "contact_words_at")
    Instant wordsReadAt;

    static ContactWish of(SafeContact wish, SubjectCipher cipher, UUID conversationId) {
        var row = new ContactWish();
        row.store(wish, cipher, conversationId);
        row.textsStoppedAt = wish.textsStoppedAt();
        row.contactVersion = wish.version();
        return row;
    }

    private void store(SafeContact wish, SubjectCipher cipher, UUID conversationId) {
        replyBy = wish.replyBy();
        number = cipher.encrypt(LosslessText.storable(wish.number()), "conversation.number", conversationId);
        numberIs = wish.numberIs();
        email = cipher.encrypt(LosslessText.storable(wish.email()), "conversation.email", conversationId);
        safeTimes = wish.safeTimes().stream().map(SafeTime::wire).toArray(String[]::new);
        safeNote = cipher.encrypt(LosslessText.storable(wish.safeNote()), SAFE_NOTE, conversationId);
        coverWords = cipher.encrypt(LosslessText.storable(wish.coverWords()), COVER_WORDS, conversationId);
        noVoicemail = wish.noVoicemail();
        answersInText = wish.answersInText();
    }

    /**
     * From contact-service. An older one is a no-op. Of one that does not know yet what staff were told only that counts
     * which staff are never told: whether the number wants texts. Words of one that does not know yet that they were redacted
     * stay away.
     */
    boolean replace(SafeContact heard, Known known, SubjectCipher cipher, UUID conversationId) {
        if (heard.version() <= contactVersion) {
            return false;
        }
        contactVersion = heard.version();
        SafeContact newer = heard;
        if (known.wordsVersion() < wordsVersion) {
            SafeContact now = toSafeContact(cipher, conversationId);
            newer = heard.withWords(now.safeNote(), now.coverWords());
        }
        boolean other = !Objects.equals(textsStoppedAt, newer.textsStoppedAt());
        textsStoppedAt = newer.textsStoppedAt();
        if (known.staffVersion() >= staffVersion
                && !differences(newer, cipher, conversationId).isEmpty()) {
            store(newer, cipher, conversationId);
            other = true;
        }
        stateVersion += other ? 1 : 0;
        return other;
    }

    /**
     * What a state from contact-service knows of our own changes.
     *
     * @param staffVersion the newest of what staff were told
     * @param wordsVersion the newest redaction of the words
     */
    public record Known(long staffVersion, long wordsVersion) {}

    /** What is left of the words stands in the columns already, or will with this transaction. */
    void redacted(Instant readAt) {
        wordsVersion++;
        wordsReadAt = readAt;
        stateVersion++;
    }

    RedactedWordsHandover toRedactedWords(SubjectCipher cipher, UUID conversationId) {
        SafeContact now = toSafeContact(cipher, conversationId);
        return new RedactedWordsHandover(wordsVersion, wordsReadAt, now.safeNote(), now.coverWords());
    }

    void told(SafeContact told, Instant at, SubjectCipher cipher, UUID conversationId) {
        store(told, cipher, conversationId);
        staffVersion++;
        stateVersion++;
        toldAt = at;
    }

    /** Names of the fields that are now other than these, of those that can be told. */
    List<String> differences(SafeContact other, SubjectCipher cipher, UUID conversationId) {
        SafeContact now = toSafeContact(cipher, conversationId);
        var names = new ArrayList<String>();
        note(names, "replyBy", now.replyBy(), other.replyBy());
        note(names, "number", now.number(), LosslessText.storable(other.number()));
        note(names, "numberIs", now.numberIs(), other.numberIs());
        note(names, "email", now.email(), LosslessText.storable(other.email()));
        note(names, "safeTimes", now.safeTimes(), other.safeTimes());
        note(names, "safeNote", now.safeNote(), LosslessText.storable(other.safeNote()));
        note(names, "coverWords", now.coverWords(), LosslessText.storable(other.coverWords()));
        note(names, "noVoicemail", now.noVoicemail(), other.noVoicemail());
        note(names, "answersInText", now.answersInText(), other.answersInText());
        return names;
    }

    private static void note(List<String> names, String name, Object now, Object other) {
        if (!Objects.equals(now, other)) {
            names.add(name);
        }
    }

    /** As contact-service takes it: under the version of what staff were told. */
    SafeContact toHandover(SubjectCipher cipher, UUID conversationId) {
        SafeContact now = toSafeContact(cipher, conversationId);
        return new SafeContact(
                staffVersion,
                now.replyBy(),
                now.number(),
                now.numberIs(),
                now.email(),
                now.safeTimes(),
                now.safeNote(),
                now.coverWords(),
                now.noVoicemail(),
                now.answersInText(),
                null);
    }

    SafeContact toSafeContact(SubjectCipher cipher, UUID conversationId) {
        return new SafeContact(
                contactVersion,
                replyBy,
                cipher.decrypt(number, "conversation.number", conversationId),
                numberIs,
                cipher.decrypt(email, "conversation.email", conversationId),
                Arrays.stream(safeTimes)
                        .map(time -> WireName.parse(SafeTime.class, time))
                        .toList(),
                cipher.decrypt(safeNote, SAFE_NOTE, conversationId),
                cipher.decrypt(coverWords, COVER_WORDS, conversationId),
                noVoicemail,
                answersInText,
                textsStoppedAt);
    }
}
