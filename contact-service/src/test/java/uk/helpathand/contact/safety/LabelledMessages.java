package uk.helpathand.contact.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.helpathand.api.Urgency;

/** How well one set of labelled messages is screened. */
final class LabelledMessages {

    private static final Path FOLDER = Path.of("src", "test", "resources", "labelled-messages");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private int immediate;
    private int high;
    private int standard;
    private final List<String> missed = new ArrayList<>();
    private final List<String> notHigh = new ArrayList<>();
    private final List<String> falseAlarms = new ArrayList<>();

    private LabelledMessages(String name) {
        this.name = name;
    }

    static LabelledMessages screened(String name, DangerScreening screening) {
        var set = new LabelledMessages(name);
        try (var lines = Files.lines(FOLDER.resolve(name + ".jsonl"))) {
            lines.filter(line -> !line.isBlank()).forEach(line -> set.judge(parse(line), screening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return set;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void judge(JsonNode message, DangerScreening screening) {
        Urgency seen = screening.assess(message.get("text").asText()).urgency();
        String id = message.get("id").asText();
        switch (Urgency.fromString(message.get("urgency").asText())) {
            case IMMEDIATE -> {
                immediate++;
                if (seen != Urgency.IMMEDIATE) {
                    missed.add(id);
                }
            }
            case HIGH -> {
                high++;
                if (seen == Urgency.STANDARD) {
                    notHigh.add(id);
                }
            }
            case STANDARD -> {
                standard++;
                if (seen == Urgency.IMMEDIATE) {
                    falseAlarms.add(id);
                }
            }
        }
    }

    /** As the document states it. */
    String row() {
        return "| %s | %d of %d | %d of %d | %d of %d |"
                .formatted(
                        name,
                        immediate - missed.size(),
                        immediate,
                        high - notHigh.size(),
                        high,
                        falseAlarms.size(),
                        standard);
    }

    List<String> missed() {
        return missed;
    }

    List<String> falseAlarms() {
        return falseAlarms;
    }

    int immediate() {
        return immediate;
    }

    int standard() {
        return standard;
    }
}
