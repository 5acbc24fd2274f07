package uk.helpathand.platform.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@link LosslessText#storable} for every text of a JSON value, so that no field of a large record is forgotten. */
public final class StorableTree {

    private StorableTree() {}

    /** A copy; equal to what was given where nothing had to be replaced. */
    public static JsonNode of(JsonNode exact) {
        if (exact.isTextual()) {
            return JsonNodeFactory.instance.textNode(LosslessText.storable(exact.textValue()));
        }
        if (exact.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            exact.forEach(element -> copy.add(of(element)));
            return copy;
        }
        if (exact.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            exact.properties().forEach(field -> copy.set(field.getKey(), of(field.getValue())));
            return copy;
        }
        return exact;
    }
}
