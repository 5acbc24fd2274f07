package uk.helpathand.contact.handover;

import uk.helpathand.api.SafeContact;
import uk.helpathand.platform.crypto.LosslessText;

/**
 * Text as the record can hold it. Here the exact characters stay; there U+0000 and lone surrogates stand as U+FFFD.
 *
 * @param altered whether something was replaced
 */
record Storable(String text, boolean altered) {

    Storable(String exact) {
        this(LosslessText.storable(exact), !LosslessText.isStorable(exact));
    }

    static SafeContact of(SafeContact exact) {
        return new SafeContact(
                exact.version(),
                exact.replyBy(),
                LosslessText.storable(exact.number()),
                exact.numberIs(),
                LosslessText.storable(exact.email()),
                exact.safeTimes(),
                LosslessText.storable(exact.safeNote()),
                LosslessText.storable(exact.coverWords()),
                exact.noVoicemail(),
                exact.answersInText(),
                exact.textsStoppedAt());
    }
}
