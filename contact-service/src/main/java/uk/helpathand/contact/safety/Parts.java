package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts numbered by hand, {@code (2/3)} or "part 2 of 3": in the order they were meant, without the number. */
record Parts(List<String> before, String text, List<String> after) {

    private static final int LONGEST_MARK = 24;
    private static final Pattern MARK = Pattern.compile(
            "^\\s*[(\\[]?\\s*(?:part|pt)?\\s*(\\d{1,2})\\s*(?:/|of|من|z|o)\\s*(\\d{1,2})\\s*[)\\]]?\\s*[:.-]?\\s*");

    private record Part(String text, int number, int of, boolean isNew) {}

    static Parts of(List<String> earlier, String text) {
        List<Part> parts = new ArrayList<>();
        earlier.forEach(one -> parts.add(part(one, false)));
        parts.add(part(text, true));
        List<Part> inOrder = inOrder(parts);
        int at = 0;
        while (!inOrder.get(at).isNew) {
            at++;
        }
        return new Parts(
                texts(inOrder.subList(0, at)), inOrder.get(at).text, texts(inOrder.subList(at + 1, inOrder.size())));
    }

    private static List<String> texts(List<Part> parts) {
        return parts.stream().map(Part::text).toList();
    }

    private static Part part(String text, boolean isNew) {
        String head = Spelling.plain(text.substring(0, Math.min(LONGEST_MARK, text.length())));
        Matcher mark = MARK.matcher(head);
        if (!mark.find()) {
            return new Part(text, 0, 0, isNew);
        }
        int number = Integer.parseInt(mark.group(1));
        int of = Integer.parseInt(mark.group(2));
        boolean isPart = number >= 1 && number <= of && of >= 2;
        return isPart
                ? new Part(text.substring(Math.min(mark.end(), text.length())), number, of, isNew)
                : new Part(text, 0, 0, isNew);
    }

    /** Parts of one number of parts change places among themselves; all other texts stay where they are. */
    private static List<Part> inOrder(List<Part> parts) {
        List<Part> inOrder = new ArrayList<>(parts);
        for (int of : parts.stream()
                .mapToInt(Part::of)
                .filter(of -> of > 0)
                .distinct()
                .toArray()) {
            List<Part> numbered = parts.stream()
                    .filter(part -> part.of == of)
                    .sorted(Comparator.comparingInt(Part::number))
                    .toList();
            int next = 0;
            for (int at = 0; at < parts.size(); at++) {
                if (parts.get(at).of == of) {
                    inOrder.set(at, numbered.get(next++));
                }
            }
        }
        return inOrder;
    }
}
