package uk.helpathand.contact.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import uk.helpathand.api.handover.LooksView;

/**
 * Who has looked, as the reader of a thread sees it.
 *
 * @param days newest first; empty when nobody has
 * @param more there are older ones, which are not shown
 */
public record WhoLookedPage(List<Day> days, boolean more) {

    /** @param lines one sentence each */
    public record Day(LocalDate day, String heading, List<String> lines) {}

    static WhoLookedPage of(LooksView looks, LookedWords words, Times times) {
        var days = looks.looks().stream()
                .collect(groupingBy(LooksView.Look::day, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(of -> new Day(
                        of.getKey(),
                        times.heading(of.getKey()),
                        of.getValue().stream()
                                .map(look -> LookWords.line(look, words))
                                .toList()))
                .toList();
        return new WhoLookedPage(days, looks.more());
    }
}
