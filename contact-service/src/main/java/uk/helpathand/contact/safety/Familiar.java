package uk.helpathand.contact.safety;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was found out about words, for those alone that stand in files of our own: whatever else a child writes,
 * a name or a number, leaves nothing behind, and no text can fill the memory.
 */
final class Familiar<V> {

    private final Set<String> words;
    private final Map<String, V> found = new ConcurrentHashMap<>();

    Familiar(Set<String> words) {
        this.words = words;
    }

    static <V> Familiar<V> nothing() {
        return new Familiar<>(Set.of());
    }

    /** @param look the same answer for the same word, never null */
    V get(String word, Function<String, V> look) {
        V known = found.get(word);
        if (known != null) {
            return known;
        }
        V looked = look.apply(word);
        if (words.contains(word)) {
            found.put(word, looked);
        }
        return looked;
    }
}
