package uk.helpathand.platform.safecontact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeTime;
import uk.helpathand.platform.safecontact.ContactHours.Hours;
import uk.helpathand.platform.safecontact.Decision.Hold;
import uk.helpathand.platform.safecontact.Decision.Refuse;
import uk.helpathand.platform.safecontact.Decision.Send;
import uk.helpathand.platform.safecontact.Question.Kind;

/** What holds for any child, any rule set aside and any minute, the two clock changes of a year above all. */
class SafeContactPropertiesTest {

    private static final int TRIALS = 10_000;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Random random = new Random(16);

    @Test
    void no_text_goes_outside_a_window_unless_a_lead_set_the_hours_aside() {
        int sent = 0;
        int held = 0;
        for (int i = 0; i < TRIALS; i++) {
            Ask ask = any();
            Decision decision = ask.decision();
            boolean open = isOpen(ask, ask.now);
            if (decision instanceof Send && ask.kind != Kind.AUTOMATIC) {
                sent++;
                assertThat(open || ask.overridden.contains(Rule.OUTSIDE_HOURS))
                        .as("%s", ask)
                        .isTrue();
            }
            if (decision instanceof Hold) {
                held++;
                assertThat(open).as("%s", ask).isFalse();
            }
        }
        // Or the test has looked at nothing
        assertThat(sent).isGreaterThan(500);
        assertThat(held).isGreaterThan(500);
    }

    @Test
    void a_text_waits_until_the_first_open_minute_and_not_longer() {
        int scanned = 0;
        for (int i = 0; i < TRIALS; i++) {
            Ask ask = any();
            if (!(ask.decision() instanceof Hold hold)) {
                continue;
            }
            assertThat(hold.until()).as("%s", ask).isAfter(ask.now);
            assertThat(isOpen(ask, hold.until()))
                    .as("%s until %s", ask, hold.until())
                    .isTrue();
            assertThat(isOpen(ask, hold.until().minusNanos(1)))
                    .as("%s until %s", ask, hold.until())
                    .isFalse();
            assertThat(hold.until()).isBefore(ask.now.plus(Duration.ofDays(8)));
            if (i % 20 == 0) {
                scanned++;
                Stream.iterate(
                                ask.now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60),
                                minute -> minute.isBefore(hold.until()),
                                minute -> minute.plusSeconds(60))
                        .forEach(minute -> assertThat(isOpen(ask, minute))
                                .as("%s at %s", ask, minute)
                                .isFalse());
            }
        }
        assertThat(scanned).isGreaterThan(30);
    }

    @Test
    void what_was_held_goes_when_it_is_asked_about_again() {
        for (int i = 0; i < TRIALS; i++) {
            Ask ask = any();
            if (ask.decision() instanceof Hold hold) {
                Ask again = ask.at(hold.until());

                assertThat(again.decision()).as("%s", ask).isEqualTo(new Send(hold.form()));
            }
        }
    }

    @Test
    void a_window_closes_at_the_first_minute_that_is_not_open() {
        for (int i = 0; i < TRIALS; i++) {
            Ask ask = any();
            ask.hours.closesAt(ask.now, ask.safeTimes).ifPresent(closes -> {
                assertThat(isOpen(ask, closes)).as("%s until %s", ask, closes).isFalse();
                assertThat(isOpen(ask, closes.minusNanos(1)))
                        .as("%s until %s", ask, closes)
                        .isTrue();
            });
        }
    }

    @Test
    void what_is_refused_is_refused_at_any_hour_and_however_often_it_is_asked() {
        int refused = 0;
        for (int i = 0; i < TRIALS; i++) {
            Ask ask = any();
            Decision decision = ask.decision();
            assertThat(ask.decision()).as("%s", ask).isEqualTo(decision);
            if (decision instanceof Refuse refuse) {
                refused++;
                Ask later = ask.at(anyInstant());
                assertThat(later.decision()).as("%s", ask).isEqualTo(decision);
                assertThat(ask.overriding().decision()).as("%s", ask).isEqualTo(decision);
                if (!refuse.rule().isOverridable()) {
                    assertThat(ask.overridingAll().decision()).as("%s", ask).isEqualTo(decision);
                }
                assertThat(refuse.rule()).as("%s", ask).isNotEqualTo(Rule.OUTSIDE_HOURS);
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void words_are_shown_only_where_the_child_chose_them_and_nobody_else_reads() {
        for (int i = 0; i < TRIALS; i++) {
            Ask ask = any();
            Decision decision = ask.decision();
            Form form =
                    decision instanceof Send send ? send.form() : decision instanceof Hold hold ? hold.form() : null;
            if (form == Form.WORDS && ask.kind != Kind.AUTOMATIC) {
                assertThat(ask.beganByText || ask.answersInText && ask.replyBy == ReplyBy.TEXT)
                        .as("%s", ask)
                        .isTrue();
                assertThat(ask.numberIs == null
                                || ask.numberIs == NumberIs.MINE
                                || ask.overridden.stream()
                                        .anyMatch(EnumSet.of(Rule.SHARED_PHONE, Rule.SOMEONE_ELSES_PHONE)::contains))
                        .as("%s", ask)
                        .isTrue();
            }
            if (form != null) {
                assertThat(ask.textsStoppedAt).as("%s", ask).isNull();
                assertThat(ask.e164).as("%s", ask).isNotNull();
            }
        }
    }

    /** The clock on the wall, read another way than the code reads it. */
    private static boolean isOpen(Ask ask, Instant at) {
        ZonedDateTime wall = at.atZone(LONDON);
        boolean weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(wall.getDayOfWeek());
        ContactHours hours = ask.hours;
        if (ask.safeTimes.isEmpty()) {
            return within(hours.unsaid(), wall);
        }
        return weekend
                ? ask.safeTimes.contains(SafeTime.WEEKEND_DAY) && within(hours.weekendDay(), wall)
                        || ask.safeTimes.contains(SafeTime.WEEKEND_EVENING) && within(hours.weekendEvening(), wall)
                : ask.safeTimes.contains(SafeTime.WEEKDAY_DAY) && within(hours.weekdayDay(), wall)
                        || ask.safeTimes.contains(SafeTime.WEEKDAY_EVENING) && within(hours.weekdayEvening(), wall);
    }

    private static boolean within(Hours hours, ZonedDateTime wall) {
        int minute = wall.getHour() * 60 + wall.getMinute();
        int to = hours.to().toSecondOfDay() / 60;
        return minute >= hours.from().toSecondOfDay() / 60 && minute < (to == 0 ? 24 * 60 : to);
    }

    private Ask any() {
        boolean plain = random.nextInt(3) > 0;
        return Ask.words().with(ask -> {
            ask.kind = one(Kind.values());
            ask.beganByText = random.nextBoolean();
            ask.replyBy = plain ? ReplyBy.TEXT : one(ReplyBy.values());
            ask.number = random.nextInt(10) == 0 ? null : "07700 900123";
            ask.numberIs = plain ? NumberIs.MINE : one(NumberIs.MINE, NumberIs.SHARED, NumberIs.SOMEONE_ELSE, null);
            ask.safeTimes = List.copyOf(some(SafeTime.class));
            ask.e164 = random.nextInt(10) == 0 ? null : Ask.NUMBER;
            ask.textsStoppedAt = random.nextInt(10) == 0 ? Ask.NOON : null;
            ask.answersInText = random.nextBoolean();
            ask.overridden = random.nextBoolean() ? Set.of() : some(Rule.class);
            ask.now = anyInstant();
            ask.hours = random.nextBoolean() ? ContactHours.usual() : anyHours();
        });
    }

    /** Half of them within hours of a clock change, of those some at the very second. */
    private Instant anyInstant() {
        if (random.nextBoolean()) {
            return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(15 * 365 * 86_400));
        }
        LocalDate lastOfMonth = LocalDate.of(2020 + random.nextInt(15), random.nextBoolean() ? 3 : 10, 31);
        Instant change = lastOfMonth
                .minusDays(lastOfMonth.getDayOfWeek().getValue() % 7)
                .atTime(1, 0)
                .toInstant(ZoneOffset.UTC);
        assertThat(LONDON.getRules().nextTransition(change.minusSeconds(1)).getInstant())
                .isEqualTo(change);
        return change.plusSeconds(one(0, -1, 1, -3600, 3600, random.nextInt(-86_400, 86_400)));
    }

    /** Also such as lie in the hour that is skipped or comes twice, and whole days. */
    private ContactHours anyHours() {
        return new ContactHours(someHours(), someHours(), someHours(), someHours(), someHours());
    }

    private Hours someHours() {
        if (random.nextInt(3) == 0) {
            int from = 30 + random.nextInt(100);
            return new Hours(minute(from), minute(from + 1 + random.nextInt(60)));
        }
        int from = random.nextInt(24 * 60);
        return new Hours(minute(from), minute(from + 1 + random.nextInt(24 * 60 - from)));
    }

    private static LocalTime minute(int ofDay) {
        return LocalTime.MIDNIGHT.plusMinutes(ofDay);
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        EnumSet<E> chosen = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            if (random.nextBoolean()) {
                chosen.add(constant);
            }
        }
        return chosen;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
