package uk.helpathand.contact.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Safe;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;

/** Screening raises, and can neither refuse nor calm. */
class ScreeningTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Screening screening = new Screening(registry);

    @Test
    void what_cannot_be_screened_is_for_a_person_today_and_is_counted() {
        var assessment = screening.assess(
                () -> {
                    throw new IllegalStateException("the child's words");
                },
                "hello");
        assertThat(assessment.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(assessment.reasons()).containsExactly(Screening.FAILED);
        assertThat(registry.get("helpathand.screening.failures").counter().count())
                .isEqualTo(1);
    }

    @Test
    void no_text_is_no_danger() {
        assertThat(screening.assess(null).urgency()).isEqualTo(Urgency.STANDARD);
        assertThat(screening.contentWarnings(null)).isEmpty();
    }

    @Test
    void it_never_lowers_what_a_child_has_said() {
        var assessment = UrgencyRules.assess(Safe.NO).and(screening.assess("all is fine, thank you"));
        assertThat(assessment.urgency()).isEqualTo(Urgency.IMMEDIATE);
        assertThat(assessment.reasons()).containsExactly(UrgencyReason.SAID_NOT_SAFE);
    }

    @Test
    void every_reason_is_kept() {
        var assessment = UrgencyRules.assess(Safe.NOT_SURE)
                .and(screening.assess("im going to kill myself, they are moving me on friday"));
        assertThat(assessment.urgency()).isEqualTo(Urgency.IMMEDIATE);
        assertThat(assessment.reasons())
                .containsAll(List.of(UrgencyReason.SAID_NOT_SURE_SAFE, "danger-suicide", "dated-event"));
    }
}
