package uk.helpathand.local.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An advisory that people looked at and decided to live with for a while.
 *
 * @param part group and artefact
 * @param until the last day on which it counts
 * @param reason why it does not hurt us, for whoever looks at it on that day
 */
record Suppression(String id, String part, LocalDate until, String reason) {

    private static final String HEADER = "id,part,until,reason";
    private static final int SHORTEST_REASON = 20;

    /** @throws IOException when a line lacks something */
    static List<Suppression> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IOException(file + " must begin with " + HEADER);
        }
        var suppressions = new ArrayList<Suppression>();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                suppressions.add(of(line));
            }
        }
        return suppressions;
    }

    private static Suppression of(String line) throws IOException {
        String[] cells = line.split(",", 4);
        try {
            if (cells.length == 4 && cells[3].strip().length() >= SHORTEST_REASON) {
                return new Suppression(
                        cells[0].strip(), cells[1].strip(), LocalDate.parse(cells[2].strip()), cells[3].strip());
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new IOException("An exception needs an id, a part, a day and a reason in a sentence: " + line);
    }

    boolean excepts(Advisory advisory, Part affected) {
        return advisory.isCalled(id) && affected.name().equals(part);
    }
}
