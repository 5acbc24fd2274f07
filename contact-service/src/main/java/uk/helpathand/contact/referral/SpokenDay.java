package uk.helpathand.contact.referral;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people say it: {@code tomorrow}, {@code on Friday}. The next there is, for what is near must not look far away. */
public final class SpokenDay {

    private static final Pattern SAID =
            Pattern.compile("(?:on |this |next |the )*([a-z]+)(?: morning| afternoon| evening)?");
    private static final int LETTERS_OF_A_DAY = 3;

    private SpokenDay() {}

    /** The same answers, with the day in numbers for the adult to check; unchanged where no day is said. */
    public static Answers inNumbers(Answers given, String name, LocalDate today) {
        List<String> typed = Arrays.asList(given.text(name), given.text(name + "Month"), given.text(name + "Year"));
        List<String> filled = typed.stream().filter(Objects::nonNull).toList();
        return filled.size() != 1
                ? given
                : of(filled.get(0), today)
                        .map(day -> given.with(name, String.valueOf(day.getDayOfMonth()))
                                .with(name + "Month", String.valueOf(day.getMonthValue()))
                                .with(name + "Year", String.valueOf(day.getYear())))
                        .orElse(given);
    }

    static Optional<LocalDate> of(String typed, LocalDate today) {
        Matcher said = SAID.matcher(typed.trim().toLowerCase(Locale.ROOT));
        if (!said.matches()) {
            return Optional.empty();
        }
        return switch (said.group(1)) {
            case "today", "tonight", "now" -> Optional.of(today);
            case "tomorrow", "tomorow", "tommorow", "tommorrow" -> Optional.of(today.plusDays(1));
            default -> weekday(said.group(1)).map(day -> today.with(TemporalAdjusters.nextOrSame(day)));
        };
    }

    /** {@code Fri} to {@code Friday}. */
    private static Optional<DayOfWeek> weekday(String typed) {
        String said = typed.equals("weds") ? "wed" : typed;
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> said.length() >= LETTERS_OF_A_DAY && name(day).startsWith(said))
                .findFirst();
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }
}
