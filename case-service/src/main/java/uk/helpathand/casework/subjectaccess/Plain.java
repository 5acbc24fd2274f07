package uk.helpathand.casework.subjectaccess;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.helpathand.platform.time.Clocks;

/** Values as people read them: days and times of Europe/London, yes and no. Words stay as they are; codes are for {@link Words}. */
final class Plain {

    /** Between several values: a time has a comma of its own. */
    static final String BETWEEN = "; ";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

    private Plain() {}

    /** Null stays null. */
    static String of(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Instant at) {
            return TIME.format(at.atZone(Clocks.LONDON));
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof Period time) {
            return Stream.of(
                            count(time.getYears(), "year"),
                            count(time.getMonths(), "month"),
                            count(time.getDays(), "day"))
                    .filter(part -> part != null)
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Boolean is) {
            return is ? "yes" : "no";
        }
        if (value instanceof Object[] several) {
            return of(Arrays.asList(several));
        }
        if (value instanceof List<?> several) {
            return several.stream().map(Plain::of).collect(Collectors.joining(BETWEEN));
        }
        return value.toString();
    }

    private static String count(int of, String what) {
        return of == 0 ? null : of + " " + what + (of == 1 ? "" : "s");
    }
}
