package uk.helpathand.api;

import java.util.Locale;

/** An enum constant's name in JSON, in query strings and in the database: lower case with hyphens. */
public interface WireName {

    String name();

    default String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with that wire name; an unknown name is an {@link IllegalArgumentException}. */
    static <E extends Enum<E> & WireName> E parse(Class<E> type, String wire) {
        for (E constant : type.getEnumConstants()) {
            if (constant.wire().equals(wire)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("not one of the values of " + type.getSimpleName());
    }
}
