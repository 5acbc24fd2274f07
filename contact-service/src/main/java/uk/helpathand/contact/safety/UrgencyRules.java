package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.List;
import uk.helpathand.api.Safe;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;

/** How soon a person must look, as far as a machine can say. It may only raise. */
public final class UrgencyRules {

    private UrgencyRules() {}

    /** @param reasons codes, for staff to see */
    public record Assessment(Urgency urgency, List<String> reasons) {

        public static final Assessment NOTHING = new Assessment(Urgency.STANDARD, List.of());

        /** The higher of two, with the reasons of both. */
        public Assessment and(Assessment other) {
            var all = new ArrayList<>(reasons);
            other.reasons.stream().filter(reason -> !all.contains(reason)).forEach(all::add);
            return new Assessment(higher(urgency, other.urgency), List.copyOf(all));
        }

        public boolean isImmediate() {
            return urgency == Urgency.IMMEDIATE;
        }

        /** In danger by their own answer, not by what a machine has read in their words. */
        public boolean saidNotSafe() {
            return reasons.contains(UrgencyReason.SAID_NOT_SAFE);
        }
    }

    public static Assessment assess(Safe safe) {
        if (safe == Safe.NO) {
            return new Assessment(Urgency.IMMEDIATE, List.of(UrgencyReason.SAID_NOT_SAFE));
        }
        if (safe == Safe.NOT_SURE) {
            return new Assessment(Urgency.HIGH, List.of(UrgencyReason.SAID_NOT_SURE_SAFE));
        }
        return Assessment.NOTHING;
    }

    static Urgency higher(Urgency one, Urgency other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
