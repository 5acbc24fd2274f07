package uk.helpathand.local.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library that a service is made of.
 *
 * @param name group and artefact, as advisories write it: {@code org.example:thing}
 */
record Part(String name, String version) {

    private static final Pattern PURL = Pattern.compile("pkg:maven/([^/]+)/([^@]+)@([^?#]+).*");

    /** The parts in lists of the CycloneDX format, each once. */
    static Set<Part> of(List<Path> boms) throws IOException {
        var parts = new TreeSet<>(Comparator.comparing(Part::name).thenComparing(Part::version));
        for (Path bom : boms) {
            for (JsonNode component : new ObjectMapper().readTree(bom.toFile()).path("components")) {
                Matcher purl = PURL.matcher(component.path("purl").asText());
                if (purl.matches()) {
                    parts.add(new Part(purl.group(1) + ":" + purl.group(2), purl.group(3)));
                }
            }
        }
        if (parts.isEmpty()) {
            throw new IOException("no part in " + boms);
        }
        return parts;
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
