package uk.helpathand.contact.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the document to what is measured, and the screening to what it has reached. */
class DangerScreeningFiguresTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "danger-screening.md");
    private static final String HELD_BACK = "held-back";
    private static final String HELD_BACK_LONG = "held-back-long";

    private final DangerScreening screening = new DangerScreening();

    @Test
    void the_document_states_what_is_measured() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (String set : List.of(
                "seen-while-building",
                "written-for-tuning",
                "written-by-others",
                "written-long",
                HELD_BACK,
                HELD_BACK_LONG)) {
            assertThat(document)
                    .contains(LabelledMessages.screened(set, screening).row());
        }
    }

    @Test
    void the_document_names_every_miss_and_every_false_alarm_among_the_messages_held_back() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (String set : List.of(HELD_BACK, HELD_BACK_LONG)) {
            var heldBack = LabelledMessages.screened(set, screening);
            assertThat(document)
                    .contains("Missed: " + String.join(", ", heldBack.missed()) + ".")
                    .contains("False alarms: " + String.join(", ", heldBack.falseAlarms()) + ".");
        }
    }

    /** A change that sees less than this is not to be released. */
    @Test
    void messages_nobody_tuned_on_are_seen_and_alarms_stay_few() {
        var heldBack = LabelledMessages.screened(HELD_BACK, screening);
        assertThat(heldBack.missed().size()).isLessThanOrEqualTo(heldBack.immediate() * 25 / 100);
        assertThat(heldBack.falseAlarms().size()).isLessThanOrEqualTo(heldBack.standard() * 20 / 100);
    }
}
