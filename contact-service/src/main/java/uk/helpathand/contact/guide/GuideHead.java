package uk.helpathand.contact.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands at the head of a guide's file. Every line must be there, and no other: a guide that nobody has to look at
 * again is refused.
 *
 * @param title a question, as a child would ask it
 * @param tab what the browser's tab and history show: neutral
 * @param dir {@code ltr} or {@code rtl}
 * @param reviewer who has checked it, as a role; completes "checked on ... by ..."
 * @param reviewBy from the day after it the build fails
 * @param order where it stands in the list
 * @param source every fact with where it comes from; not shown
 */
public record GuideHead(
        String title,
        String tab,
        String summary,
        String lang,
        String dir,
        String reviewer,
        LocalDate reviewed,
        LocalDate reviewBy,
        int order,
        List<String> source) {

    private static final Set<String> NAMES =
            Set.of("title", "tab", "summary", "lang", "dir", "reviewer", "reviewed", "review-by", "order", "source");

    static GuideHead of(Map<String, List<String>> lines) {
        if (!lines.keySet().equals(NAMES)) {
            throw new IllegalArgumentException("the head must have " + NAMES + " and has " + lines.keySet());
        }
        return new GuideHead(
                one(lines, "title"),
                one(lines, "tab"),
                one(lines, "summary"),
                one(lines, "lang"),
                one(lines, "dir"),
                one(lines, "reviewer"),
                LocalDate.parse(one(lines, "reviewed")),
                LocalDate.parse(one(lines, "review-by")),
                Integer.parseInt(one(lines, "order")),
                List.copyOf(lines.get("source")));
    }

    private static String one(Map<String, List<String>> lines, String name) {
        List<String> values = lines.get(name);
        if (values.size() != 1 || values.get(0).isBlank()) {
            throw new IllegalArgumentException("the head must say " + name + " once");
        }
        return values.get(0);
    }
}
