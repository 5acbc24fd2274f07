package uk.helpathand.contact.enquiry;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a child may add after sending; every field may be null. */
public record Details(
        String name, String age, String council, String livesIn, String helpedBy, String language, String needs) {

    /** All that is in it, as one text; null when nothing is. */
    String words() {
        String words = Stream.of(name, age, council, livesIn, helpedBy, language, needs)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : words;
    }
}
