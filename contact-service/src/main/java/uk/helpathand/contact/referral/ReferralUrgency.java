package uk.helpathand.contact.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Referral.DatedEvent;
import uk.helpathand.api.Referral.ReferredChild;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;
import uk.helpathand.platform.time.Clocks;

/** What in a referral makes it urgent, beside danger that was said. It may only raise. */
final class ReferralUrgency {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final int A_WEEK_IN_DAYS = 7;

    private ReferralUrgency() {}

    static Assessment assess(Referral referral, Instant now) {
        Assessment found = Assessment.NOTHING;
        for (DatedEvent event : referral.events()) {
            found = found.and(assess(event, now));
        }
        for (ReferredChild child : referral.children()) {
            found = found.and(assess(child));
        }
        return found;
    }

    private static Assessment assess(DatedEvent event, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Clocks.LONDON);
        if (event.on() == null || event.on().isBefore(today)) {
            return Assessment.NOTHING;
        }
        if (!earliest(event).isAfter(now.plus(A_DAY))) {
            return new Assessment(Urgency.IMMEDIATE, List.of(UrgencyReason.EVENT_WITHIN_24_HOURS));
        }
        return event.on().isAfter(today.plusDays(A_WEEK_IN_DAYS))
                ? Assessment.NOTHING
                : new Assessment(Urgency.HIGH, List.of(UrgencyReason.DATED_EVENT));
    }

    /** With no hour said it may be the first of the day. What was to happen earlier today may be late. */
    private static Instant earliest(DatedEvent event) {
        return event.at() == null
                ? event.on().atStartOfDay(Clocks.LONDON).toInstant()
                : event.on().atTime(event.at()).atZone(Clocks.LONDON).toInstant();
    }

    private static Assessment assess(ReferredChild child) {
        if (child.liberty() == null) {
            return Assessment.NOTHING;
        }
        Assessment found = Assessment.NOTHING;
        if (List.of("NONE", "ENDED")
                .contains(Objects.requireNonNullElse(child.liberty().authority(), ""))) {
            found = found.and(new Assessment(Urgency.HIGH, List.of(UrgencyReason.LIBERTY_NO_AUTHORITY)));
        }
        if ("NO".equals(child.liberty().registered())) {
            found = found.and(new Assessment(Urgency.HIGH, List.of(UrgencyReason.UNREGISTERED_SETTING)));
        }
        return found;
    }
}
