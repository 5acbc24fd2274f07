package uk.helpathand.platform.safecontact;

import java.util.Optional;
import uk.helpathand.api.NumberIs;
import uk.helpathand.platform.safecontact.Question.Kind;

/**
 * Safe contact, enforced: what may go in a text, and when. Both services ask here, so that staff see before they type what
 * will happen when they send. Nothing is read but the question: the same question has the same answer.
 */
public final class SafeContactRules {

    private SafeContactRules() {}

    public static Decision decide(Question question) {
        Optional<Rule> refusal = unreachable(question);
        if (refusal.isPresent()) {
            return new Decision.Refuse(refusal.get());
        }
        if (question.kind() == Kind.AUTOMATIC) {
            // The child holds the phone: their text has just come from it
            return new Decision.Send(Form.WORDS);
        }
        Form form = form(question);
        return unwelcome(question, form)
                .<Decision>map(Decision.Refuse::new)
                .orElseGet(() -> atSafeTime(question, form));
    }

    /** Nobody can set these aside. */
    private static Optional<Rule> unreachable(Question question) {
        if (question.textsStoppedAt() != null) {
            return Optional.of(Rule.TEXTS_STOPPED);
        }
        if (question.e164() == null) {
            return Optional.of(question.numberGiven() ? Rule.NOT_A_PHONE : Rule.NO_NUMBER);
        }
        // Where a text came from, a text can go
        boolean landline = !question.beganByText() && PhoneNumbers.kind(question.e164()) == PhoneNumbers.Kind.LANDLINE;
        return landline ? Optional.of(Rule.NOT_A_PHONE) : Optional.empty();
    }

    /** The answer stays on the web unless the child began by text or chose otherwise, for a phone that nobody else reads. */
    private static Form form(Question question) {
        boolean othersReadIt = question.phoneIs(NumberIs.SHARED) && !question.setsAside(Rule.SHARED_PHONE);
        boolean wordsMayBeShown = question.beganByText() || question.answersInText() && !othersReadIt;
        return question.kind() == Kind.WORDS && wordsMayBeShown ? Form.WORDS : Form.NOTICE;
    }

    private static Optional<Rule> unwelcome(Question question, Form form) {
        if (!question.beganByText() && !question.choseText()) {
            return Optional.of(Rule.NOT_BY_TEXT);
        }
        // Only a person's message is worth a lead's reason; no notice is
        boolean ofPerson = question.kind() == Kind.WORDS;
        if (question.phoneIs(NumberIs.SOMEONE_ELSE) && !(ofPerson && question.setsAside(Rule.SOMEONE_ELSES_PHONE))) {
            return Optional.of(Rule.SOMEONE_ELSES_PHONE);
        }
        if (question.phoneIs(NumberIs.SHARED) && form == Form.WORDS && !question.setsAside(Rule.SHARED_PHONE)) {
            return Optional.of(Rule.SHARED_PHONE);
        }
        return Optional.empty();
    }

    private static Decision atSafeTime(Question question, Form form) {
        boolean open = question.hours().isOpen(question.now(), question.safeTimes());
        return open || question.setsAside(Rule.OUTSIDE_HOURS)
                ? new Decision.Send(form)
                : new Decision.Hold(form, question.hours().opensAt(question.now(), question.safeTimes()));
    }
}
