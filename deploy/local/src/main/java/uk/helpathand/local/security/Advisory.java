package uk.helpathand.local.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * What is known of a weakness, in the OSV format (https://ossf.github.io/osv-schema): which versions of which parts have it.
 *
 * @param json the whole of it
 */
record Advisory(JsonNode json) {

    /** All that are about parts of the Maven kind and were not taken back. */
    static List<Advisory> in(Path folder) throws IOException {
        var advisories = new ArrayList<Advisory>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var advisory = new Advisory(new ObjectMapper().readTree(file.toFile()));
                if (!advisory.json.has("withdrawn")
                        && advisory.affected().findAny().isPresent()) {
                    advisories.add(advisory);
                }
            }
        }
        return advisories;
    }

    String id() {
        return json.path("id").asText();
    }

    /** A name it goes by elsewhere counts too: a CVE number, mostly. */
    boolean isCalled(String name) {
        return id().equals(name)
                || elements(json.path("aliases"))
                        .anyMatch(alias -> alias.asText().equals(name));
    }

    String summary() {
        return json.path("summary").asText("no summary");
    }

    boolean affects(Part part) {
        return affected()
                .filter(affected ->
                        affected.path("package").path("name").asText().equals(part.name()))
                .anyMatch(affected -> elements(affected.path("versions"))
                                .anyMatch(version -> version.asText().equals(part.version()))
                        || elements(affected.path("ranges"))
                                .anyMatch(range -> holds(range, new ComparableVersion(part.version()))));
    }

    private Stream<JsonNode> affected() {
        return elements(json.path("affected"))
                .filter(affected ->
                        affected.path("package").path("ecosystem").asText().equals("Maven"));
    }

    /** Events come in order: from "introduced" until "fixed", or through "last_affected". */
    private static boolean holds(JsonNode range, ComparableVersion version) {
        boolean inside = false;
        for (JsonNode event : range.path("events")) {
            if (event.has("introduced")) {
                String from = event.path("introduced").asText();
                inside |= from.equals("0") || version.compareTo(new ComparableVersion(from)) >= 0;
            } else if (event.has("fixed")) {
                inside &= version.compareTo(
                                new ComparableVersion(event.path("fixed").asText()))
                        < 0;
            } else if (event.has("last_affected")) {
                inside &= version.compareTo(new ComparableVersion(
                                event.path("last_affected").asText()))
                        <= 0;
            }
        }
        return inside;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
