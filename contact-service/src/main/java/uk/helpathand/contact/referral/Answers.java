package uk.helpathand.contact.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed and chosen on one page, exactly as it came. */
public record Answers(Map<String, List<String>> typed) {

    private static final int LONGEST_CODE = 60;
    private static final int MOST_CODES = 20;

    static final Answers NONE = new Answers(Map.of());

    /** What a form sent, without fields that the question does not have. */
    public static Answers of(Question question, Map<String, List<String>> form) {
        var known = new LinkedHashMap<String, List<String>>();
        question.fields.stream()
                .flatMap(field -> field.inputs().stream())
                .filter(form::containsKey)
                .forEach(name -> known.put(name, List.copyOf(form.get(name))));
        return new Answers(known);
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
        return code == null || code.length() > LONGEST_CODE ? null : code;
    }

    List<String> codes(String name) {
        return all(name).stream()
                .filter(code -> !code.isBlank() && code.length() <= LONGEST_CODE)
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
