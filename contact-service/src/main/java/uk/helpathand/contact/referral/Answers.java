package uk.helpathand.contact.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed and chosen on one page, exactly as it came. */
public record Answers(Map<String, List<String>> typed) {

    private static final int MOST_CODES = 20;

    static final Answers NONE = new Answers(Map.of());

    /** What a form sent, without fields that the question does not have and what no list can hold. */
    public static Answers of(Question question, Map<String, List<String>> form) {
        var known = new LinkedHashMap<String, List<String>>();
        for (Field field : question.fields) {
            for (String input : field.inputs()) {
                if (form.containsKey(input)) {
                    known.put(input, kept(field, input, form.get(input)));
                }
            }
        }
        return new Answers(known);
    }

    /** A draft is kept for anybody who asks, so it holds nothing that is never read. */
    private static List<String> kept(Field field, String input, List<String> sent) {
        return sent.stream()
                .filter(value -> value.length() <= field.longest(input))
                .limit(field.kind() == Field.Kind.TICKS ? MOST_CODES : 1)
                .toList();
    }

    /** As it was typed; null when nothing was. */
    public String raw(String name) {
        List<String> values = typed.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** As it was typed; null also for nothing but blanks. */
    public String text(String name) {
        String raw = raw(name);
        return raw == null || raw.isBlank() ? null : raw;
    }

    public List<String> all(String name) {
        return typed.getOrDefault(name, List.of());
    }

    /** What was chosen; a value that no list can hold counts as not chosen. */
    String code(String name) {
        String code = text(name);
        return code == null || code.length() > Field.LONGEST_CODE ? null : code;
    }

    List<String> codes(String name) {
        return all(name).stream()
                .filter(code -> !code.isBlank() && code.length() <= Field.LONGEST_CODE)
                .distinct()
                .limit(MOST_CODES)
                .toList();
    }

    public boolean is(String name, String value) {
        return value.equals(raw(name));
    }

    Answers with(String name, String value) {
        var changed = new LinkedHashMap<>(typed);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(value));
        }
        return new Answers(changed);
    }
}
