package uk.helpathand.local.sms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The last 10,000 texts of all numbers, in memory. */
final class Texts {

    static final int KEPT = 10_000;

    private final Map<String, Text> texts = new LinkedHashMap<>();

    synchronized void add(Text text) {
        texts.put(text.id(), text);
        if (texts.size() > KEPT) {
            var oldest = texts.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    synchronized Optional<Text> find(String id) {
        return Optional.ofNullable(texts.get(id));
    }

    /** Keeps its place in the order. Returns it as it is then. */
    synchronized Text move(Text text, TextState next, Instant when) {
        var moved = text.moved(next, when);
        texts.computeIfPresent(text.id(), (id, now) -> moved);
        return moved;
    }

    /** In the order in which they came. */
    synchronized List<Text> all(Predicate<Text> which) {
        return texts.values().stream().filter(which).toList();
    }

    List<Text> newestFirst(Predicate<Text> which) {
        var found = new ArrayList<>(all(which));
        Collections.reverse(found);
        return found;
    }
}
