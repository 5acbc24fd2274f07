package uk.helpathand.contact.referral;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A date as people type it: {@code 9 11 26}, {@code Friday 9/11/2026} in one field, {@code May}, with parts they do not know.
 *
 * @param wrong something stands there that is no date
 */
public record TypedDate(Integer year, Integer month, Integer day, boolean wrong) {

    private static final TypedDate WRONG = new TypedDate(null, null, null, true);
    private static final Pattern NOT_KNOWN =
            Pattern.compile("[?\\-–xX .]*|(?i)(do not|don['’]?t|not|un) ?know(n)?|(?i)n/?a");
    private static final Pattern BETWEEN = Pattern.compile("[\\s./,\\-–]+");
    private static final Pattern WEEKDAY =
            Pattern.compile("(?i)^(mon|tues?|wed|weds|wednes|thu|thurs?|fri|sat|satur|sun)(day)?[,. ]+(?=[0-9])");
    private static final Pattern ORDINAL = Pattern.compile("(?i)^([0-9]{1,2})(st|nd|rd|th)$");
    private static final int LETTERS_OF_A_MONTH = 3;

    public static TypedDate of(Answers answers, String name) {
        return of(answers.raw(name), answers.raw(name + "Month"), answers.raw(name + "Year"));
    }

    /** The three fields; the whole date may stand in any one of them. */
    public static TypedDate of(String day, String month, String year) {
        var parts = new ArrayList<String>();
        for (String field : Arrays.asList(day, month, year)) {
            String part = field == null ? "" : WEEKDAY.matcher(field.trim()).replaceFirst("");
            parts.add(NOT_KNOWN.matcher(part).matches() ? "" : part);
        }
        List<String> typed = parts.stream().filter(part -> !part.isEmpty()).toList();
        if (typed.size() == 1) {
            List<String> split = List.of(BETWEEN.split(typed.get(0)));
            if (split.size() == 3 || (split.size() == 2 && month(split.get(1)) != null)) {
                return isYear(split.get(0))
                        ? read(split.get(2), split.get(1), split.get(0))
                        : read(split.get(0), split.get(1), split.size() == 3 ? split.get(2) : "");
            }
        }
        return read(parts.get(0), parts.get(1), parts.get(2));
    }

    public boolean isEmpty() {
        return !wrong && year == null && month == null && day == null;
    }

    /** Null unless it is known to the day. */
    public LocalDate whole() {
        return year == null || month == null || day == null ? null : LocalDate.of(year, month, day);
    }

    /** Of what is said with no year, the day to come; a little while ago still counts as past. */
    public LocalDate near(LocalDate today) {
        if (month == null || day == null) {
            return null;
        }
        if (year != null) {
            return whole();
        }
        try {
            LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
            LocalDate longestAgo = today.minusMonths(2);
            if (!thisYear.minusYears(1).isBefore(longestAgo)) {
                return thisYear.minusYears(1);
            }
            return thisYear.isBefore(longestAgo) ? thisYear.plusYears(1) : thisYear;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static TypedDate read(String day, String month, String year) {
        Integer d = day.isEmpty() ? null : number(ORDINAL.matcher(day).replaceFirst("$1"), 31);
        Integer m = month.isEmpty() ? null : month(month);
        Integer y = year.isEmpty() ? null : year(year);
        boolean wrong =
                (d == null && !day.isEmpty()) || (m == null && !month.isEmpty()) || (y == null && !year.isEmpty());
        return wrong || !exists(y, m, d) ? WRONG : new TypedDate(y, m, d, false);
    }

    private static boolean exists(Integer year, Integer month, Integer day) {
        try {
            // A leap year where none is said: 29 February may be meant.
            LocalDate.of(year == null ? 2024 : year, month == null ? 1 : month, day == null ? 1 : day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Integer month(String typed) {
        Integer number = number(typed, 12);
        if (number != null || typed.length() < LETTERS_OF_A_MONTH) {
            return number;
        }
        return Arrays.stream(Month.values())
                .filter(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .regionMatches(true, 0, typed, 0, LETTERS_OF_A_MONTH))
                .map(Month::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean isYear(String typed) {
        return typed.length() == 4 && number(typed, 2_100) != null;
    }

    private static Integer year(String typed) {
        Integer number = number(typed.replaceFirst("^['’]", ""), 2_100);
        if (number == null || (number > 99 && number < 1_900)) {
            return null;
        }
        return number < 100 ? 2_000 + number : number;
    }

    private static Integer number(String typed, int most) {
        try {
            int number = Integer.parseInt(typed);
            return number >= 0 && number <= most ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
