package uk.helpathand.contact.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.helpathand.platform.codes.Code;
import uk.helpathand.platform.codes.CodeLists;
import uk.helpathand.platform.time.Clocks;

/** Finds the council somebody means: as people write it, with its old name, or not quite right. */
@ApplicationScoped
public class CouncilSearch {

    private static final int MOST = 8;
    private static final int SAME = 0;
    private static final int BEGINS = 1;
    private static final int WORDS_BEGIN = 2;
    private static final int CONTAINS = 3;
    private static final int NEAR = 4;
    private static final int NO_MATCH = 100;
    private static final int TOO_SHORT_TO_GUESS = 3;

    /** More than the form takes; whoever sends it means no council. */
    private static final int LONGEST = 500;

    private static final Set<String> SAY_NOTHING = Set.of(
            "council",
            "city",
            "county",
            "borough",
            "district",
            "metropolitan",
            "unitary",
            "authority",
            "of",
            "the",
            "royal",
            "london",
            "mbc",
            "cc",
            "bc",
            "mdc",
            "lb",
            "rb",
            "lbc",
            "services",
            "childrens",
            "social",
            "local");

    @Inject
    CodeLists lists;

    @Inject
    Clock clock;

    /** Whether it is the code of a council of England, and not of another choice such as "I do not know". */
    public static boolean isCouncil(String code) {
        return code.startsWith("E");
    }

    /** The best first; those of today only: a council that is gone leads to what came after it. */
    public List<Code> find(String typed) {
        Map<Code, Integer> scores = scores(typed);
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Code, Integer>comparingByValue()
                        .thenComparing(found -> found.getKey().label()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The one council that is called exactly this; null when there is none or more than one. */
    public Code only(String typed) {
        List<Code> same = scores(typed).entrySet().stream()
                .filter(found -> found.getValue() == SAME)
                .map(Map.Entry::getKey)
                .toList();
        return same.size() == 1 ? same.get(0) : null;
    }

    /** What was typed, with the council it names if there is but one, and marked as searched for. */
    public Answers resolve(Answers given, String name) {
        Code only = only(given.text(name));
        return given.with(name + "Searched", given.text(name)).with(name + "Code", only == null ? null : only.code());
    }

    private Map<Code, Integer> scores(String typed) {
        String wanted = typed.length() > LONGEST ? "" : core(typed);
        var best = new LinkedHashMap<Code, Integer>();
        if (wanted.isEmpty()) {
            return best;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.LONDON);
        for (Code code : lists.get(CodeLists.COUNCIL).codes()) {
            int score = names(code)
                    .mapToInt(name -> score(wanted, core(name)))
                    .min()
                    .orElse(NO_MATCH);
            if (score < NO_MATCH) {
                inForce(code, today).forEach(council -> best.merge(council, score, Math::min));
            }
        }
        return best;
    }

    private List<Code> inForce(Code code, LocalDate today) {
        List<String> codes = code.isValidOn(today) ? List.of(code.code()) : code.replacedBy();
        return codes.stream()
                .filter(CouncilSearch::isCouncil)
                .flatMap(one -> lists.get(CodeLists.COUNCIL).find(one).stream())
                .toList();
    }

    private static Stream<String> names(Code code) {
        return Stream.concat(Stream.of(code.label()), code.alsoKnownAs().stream());
    }

    private static int score(String wanted, String name) {
        if (name.equals(wanted)) {
            return SAME;
        }
        if (name.startsWith(wanted)) {
            return BEGINS;
        }
        List<String> parts = List.of(name.split(" "));
        if (Arrays.stream(wanted.split(" ")).allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)))) {
            return WORDS_BEGIN;
        }
        if (wanted.length() >= TOO_SHORT_TO_GUESS && squeezed(name).contains(squeezed(wanted))) {
            return CONTAINS;
        }
        return wanted.length() > TOO_SHORT_TO_GUESS
                ? near(squeezed(wanted), squeezed(name), 1 + wanted.length() / 5)
                : NO_MATCH;
    }

    private static int near(String wanted, String name, int most) {
        // So many letters have to be put in or taken out at least.
        int distance = Math.abs(wanted.length() - name.length());
        distance = distance <= most ? distance(wanted, name) : distance;
        return distance <= most ? NEAR + distance : NO_MATCH;
    }

    /** Without accents, case, punctuation and the words that every council has in its name. */
    private static String core(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("['’\\p{M}]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .trim();
        String core = Arrays.stream(plain.split(" "))
                .filter(word -> !SAY_NOTHING.contains(word))
                .collect(Collectors.joining(" "));
        return core.isEmpty() ? plain : core;
    }

    private static String squeezed(String name) {
        return name.replace(" ", "");
    }

    /** Letters to put in, take out, change, or swap with their neighbour. */
    private static int distance(String one, String other) {
        var rows = new ArrayList<int[]>();
        for (int i = 0; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            rows.add(row);
            for (int j = 0; j <= other.length(); j++) {
                row[j] = i == 0 || j == 0 ? i + j : cheapest(rows, one, other, i, j);
            }
        }
        return rows.get(one.length())[other.length()];
    }

    private static int cheapest(List<int[]> rows, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Stream.of(rows.get(i - 1)[j] + 1, rows.get(i)[j - 1] + 1, rows.get(i - 1)[j - 1] + change)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, rows.get(i - 2)[j - 2] + 1) : least;
    }
}
