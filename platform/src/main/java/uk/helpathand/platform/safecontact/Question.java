package uk.helpathand.platform.safecontact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;

/**
 * May this text go now?
 *
 * @param beganByText whether the child's first message was a text; otherwise it came from the web
 * @param wish what the child said about contact; null if nothing was ever said
 * @param e164 where the text would go, as {@link PhoneNumbers#toE164} spells it; null if there is no such number. What the
 *     wish says of whose phone it is, is taken as said of this one
 * @param textsStoppedAt when the number asked for no more texts; null if it did not, or has taken it back
 * @param answersInText whether a child on the web chose to have the answer itself in the text
 * @param overridden the rules that a lead has set aside for this text, with a reason; one that is not
 *     {@link Rule#isOverridable} holds all the same
 */
public record Question(
        Kind kind,
        boolean beganByText,
        SafeContact wish,
        String e164,
        Instant textsStoppedAt,
        boolean answersInText,
        Set<Rule> overridden,
        Instant now,
        ContactHours hours) {

    /** Who wants to send what. */
    public enum Kind {
        /** A person's message. */
        WORDS,
        /** That there is an answer. */
        NOTICE,
        /** The fixed first answer to a text that has just come. */
        AUTOMATIC
    }

    public Question {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(hours, "hours");
        overridden = Set.copyOf(overridden);
    }

    boolean numberGiven() {
        return beganByText
                || wish != null && wish.number() != null && !wish.number().isBlank();
    }

    boolean choseText() {
        return wish != null && wish.replyBy() == ReplyBy.TEXT;
    }

    boolean phoneIs(NumberIs whose) {
        return wish != null && wish.numberIs() == whose;
    }

    List<SafeTime> safeTimes() {
        return wish == null ? List.of() : wish.safeTimes();
    }

    boolean setsAside(Rule rule) {
        return overridden.contains(rule);
    }
}
