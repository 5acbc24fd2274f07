package uk.helpathand.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.helpathand.platform.fixture.Canary;

class PlacesTest {

    @Test
    void a_failure_is_told_by_classes_and_places_without_what_people_wrote() {
        var failure = new IllegalStateException(Canary.SENTENCE, new RuntimeException(Canary.FORGER));

        assertThat(Places.of(failure))
                .contains("java.lang.IllegalStateException", "caused by java.lang.RuntimeException", "PlacesTest")
                .doesNotContain(Canary.SENTENCE, Canary.NAME, "\n", "\r");
    }

    @Test
    void causes_that_go_round_in_a_circle_come_to_an_end() {
        var one = new IllegalStateException();
        one.initCause(new RuntimeException(one));

        assertThat(Places.of(one)).contains("caused by java.lang.RuntimeException");
    }
}
