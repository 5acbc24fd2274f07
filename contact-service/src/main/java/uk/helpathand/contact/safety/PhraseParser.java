package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the groups and phrases of a phrase file and puts their words into the lexicon. */
final class PhraseParser {

    private static final Pattern ITEM =
            Pattern.compile("\\{[a-z-]+}|\\([^()]+\\)|\\.\\.\\.|\\.\\.|[&^;]|[^\\s(){}&^;]+");
    private static final Pattern NO_WORD = Pattern.compile("(?s)[({&;].*|\\.\\.+|");

    private final Lexicon lexicon;
    private final WordReader reader;
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    PhraseParser(Lexicon lexicon, WordReader reader) {
        this.lexicon = lexicon;
        this.reader = reader;
    }

    /** @throws IllegalArgumentException like everything here, saying what is wrong with the line */
    void define(String group, List<String> alike) {
        if (groups.containsKey(group)) {
            throw new IllegalArgumentException("{" + group + "} is in use already");
        }
        List<String> all = spellings.computeIfAbsent(group, key -> new ArrayList<>());
        alike.forEach(spelling -> all.addAll(expanded(spelling)));
    }

    List<String> unused() {
        return spellings.keySet().stream()
                .filter(group -> !used.contains(group))
                .toList();
    }

    private List<String> expanded(String spelling) {
        if (!spelling.startsWith("{")) {
            return List.of(spelling);
        }
        String group = spelling.substring(1, spelling.length() - 1);
        if (!spelling.endsWith("}") || !spellings.containsKey(group)) {
            throw new IllegalArgumentException("unknown group " + spelling);
        }
        used.add(group);
        return spellings.get(group);
    }

    Phrase parse(String line) {
        List<String> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(line);
        while (matcher.find()) {
            items.add(matcher.group());
        }
        boolean first = items.remove("^");
        boolean last = items.remove("$");
        items.add("");
        List<Integer> found = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        List<String> literal = new ArrayList<>();
        int gap = Phrase.BESIDE;
        for (String item : items) {
            if (!NO_WORD.matcher(item).matches()) {
                literal.add(item);
                continue;
            }
            if (!literal.isEmpty()) {
                add(groupOf(List.of(String.join(" ", literal))), gap, found, gaps);
                literal.clear();
                gap = Phrase.BESIDE;
            }
            if (item.startsWith("{") || item.startsWith("(")) {
                add(item.startsWith("{") ? groupNamed(item) : groupOf(alternatives(item)), gap, found, gaps);
                gap = Phrase.BESIDE;
            } else {
                gap = gapOf(item, gap);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("an empty phrase");
        }
        return new Phrase(found, gaps, line.contains("&"), first, last);
    }

    private static int gapOf(String item, int otherwise) {
        return switch (item) {
            case ";" -> Phrase.NEXT;
            case ".." -> Phrase.CLOSE;
            case "..." -> Phrase.FAR;
            default -> otherwise;
        };
    }

    private static List<String> alternatives(String item) {
        return Arrays.stream(item.substring(1, item.length() - 1).split("\\|"))
                .map(String::strip)
                .toList();
    }

    private int groupNamed(String item) {
        return groups.computeIfAbsent(item.substring(1, item.length() - 1), key -> groupOf(List.of(item)));
    }

    private int groupOf(List<String> alternatives) {
        int group = lexicon.newGroup();
        alternatives.forEach(
                alternative -> expanded(alternative).forEach(spelling -> lexicon.add(group, words(spelling))));
        return group;
    }

    private static void add(int group, int gap, List<Integer> found, List<Integer> gaps) {
        if (!found.isEmpty()) {
            gaps.add(gap);
        }
        found.add(group);
    }

    /** The words of the file go the same way as those of a message; only their marks stay. */
    List<String> words(String spelling) {
        List<String> words = new ArrayList<>();
        for (String word : spelling.split("\\s+")) {
            boolean marked = word.startsWith("~") || word.contains("*") || word.equals("#");
            if (marked) {
                words.add(Spelling.plain(word));
            } else {
                Word.of(word).forEach(cut -> words.addAll(reader.written(cut.letters())));
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("nothing is left of: " + spelling);
        }
        return words;
    }
}
