package uk.helpathand.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The production realm with the local one laid over it: Keycloak imports whole realms, and two files that differ in a
 * handful of lines would drift apart.
 */
public final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The names by which Keycloak knows the elements of its lists. */
    private static final List<String> IDENTITIES = List.of("clientId", "username", "name");

    private RealmFile() {}

    /** Prints two files merged, for who builds a Keycloak image: {@code RealmFile <base> <overlay>}. */
    public static void main(String... files) {
        System.out.print(merged(Path.of(files[0]), Path.of(files[1])));
    }

    /** Both files merged, as text. */
    static String merged(Path base, Path overlay) {
        try {
            var merged = merge(JSON.readTree(base.toFile()), JSON.readTree(overlay.toFile()));
            return JSON.writeValueAsString(merged) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects merge; lists of named elements merge by name; anything else is replaced by the overlay. */
    static JsonNode merge(JsonNode base, JsonNode overlay) {
        if (base instanceof ObjectNode left && overlay instanceof ObjectNode right) {
            var merged = left.deepCopy();
            right.properties()
                    .forEach(property ->
                            merged.set(property.getKey(), mergeInto(left.get(property.getKey()), property.getValue())));
            return merged;
        }
        if (base instanceof ArrayNode left && overlay instanceof ArrayNode right && named(right)) {
            return mergeByName(left, right);
        }
        return overlay;
    }

    private static JsonNode mergeInto(JsonNode base, JsonNode overlay) {
        return base == null ? overlay : merge(base, overlay);
    }

    private static ArrayNode mergeByName(ArrayNode base, ArrayNode overlay) {
        var merged = base.deepCopy();
        for (var element : overlay) {
            var index = indexOf(merged, element);
            if (index < 0) {
                merged.add(element);
            } else {
                merged.set(index, merge(merged.get(index), element));
            }
        }
        return merged;
    }

    private static int indexOf(ArrayNode list, JsonNode element) {
        for (var i = 0; i < list.size(); i++) {
            if (identity(list.get(i)).equals(identity(element))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean named(ArrayNode list) {
        for (var element : list) {
            if (identity(element).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String identity(JsonNode element) {
        return IDENTITIES.stream()
                .filter(element::has)
                .map(name -> name + "=" + element.get(name).asText())
                .findFirst()
                .orElse("");
    }
}
