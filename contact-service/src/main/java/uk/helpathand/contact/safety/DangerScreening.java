package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;

/**
 * Reads danger in words, so that a person looks sooner. It raises only, answers nobody, and does not trust what language a
 * page was in. How, and what it cannot see: docs/danger-screening.md.
 */
public final class DangerScreening {

    /** Of an earlier message: its head and tail reach as far as any phrase. */
    private static final int HEAD_OR_TAIL = 1_000;

    /** Of a text that was cut in two: as much as a phrase needs. */
    private static final int SEAM = 200;

    private final PhraseBooks books = PhraseBooks.ofResources();

    /** A text alone. */
    public Assessment assess(String text) {
        return assess(List.of(), text);
    }

    /**
     * A text together with those before it. Only what is new by it counts: an old danger does not alarm again with each
     * later harmless message, one that it completes does.
     *
     * @param earlier of the same conversation and sender, oldest first
     */
    public Assessment assess(List<String> earlier, String text) {
        Parts parts = Parts.of(earlier.stream().map(DangerScreening::shortened).toList(), text);
        Map<String, Urgency> found = books.findAlsoByWords(parts.text());
        if (!earlier.isEmpty()) {
            Map<String, Urgency> together = together(parts);
            together.keySet()
                    .removeAll(books.find(joined(parts.before(), parts.after())).keySet());
            together.forEach((code, urgency) -> found.merge(code, urgency, UrgencyRules::higher));
        }
        return assessment(found);
    }

    /** Codes of why staff see a text behind a content warning; none for what a child tells of others. */
    public List<String> contentWarnings(String text) {
        return text == null ? List.of() : books.warnings(text);
    }

    private Map<String, Urgency> together(Parts parts) {
        List<String> readings = new ArrayList<>();
        readings.add(joined(parts.before(), List.of(parts.text()), parts.after()));
        if (!parts.before().isEmpty()) {
            seam(parts.before().get(parts.before().size() - 1), parts.text(), readings);
        }
        if (!parts.after().isEmpty()) {
            seam(parts.text(), parts.after().get(0), readings);
        }
        Map<String, Urgency> found = new LinkedHashMap<>();
        readings.forEach(reading ->
                books.find(reading).forEach((code, urgency) -> found.merge(code, urgency, UrgencyRules::higher)));
        return found;
    }

    /** A message may end in the middle of a sentence, or of a word. */
    private static void seam(String one, String other, List<String> readings) {
        String tail = one.substring(Math.max(0, one.length() - SEAM)).stripTrailing();
        String head = other.substring(0, Math.min(SEAM, other.length())).stripLeading();
        readings.add(tail + " " + head);
        readings.add(tail + head);
    }

    @SafeVarargs
    private static String joined(List<String>... texts) {
        List<String> all = new ArrayList<>();
        for (List<String> some : texts) {
            all.addAll(some);
        }
        return String.join("\n", all);
    }

    private static String shortened(String text) {
        return text.length() <= 2 * HEAD_OR_TAIL
                ? text
                : text.substring(0, HEAD_OR_TAIL) + "\n" + text.substring(text.length() - HEAD_OR_TAIL);
    }

    private static Assessment assessment(Map<String, Urgency> found) {
        List<String> reasons = found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        return new Assessment(found.values().stream().reduce(Urgency.STANDARD, UrgencyRules::higher), reasons);
    }
}
