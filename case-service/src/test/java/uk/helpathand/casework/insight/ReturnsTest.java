package uk.helpathand.casework.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.casework.ReturnsView;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;

@QuarkusTest
class ReturnsTest extends ServiceTest {

    private static final Staff ANA = new Staff("ana", "analyst");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    private static final Instant NOON = Instant.parse("2026-07-15T12:00:00Z");
    private static final String PATH = "/v1/insights/returns?from=2026-07-15&to=2026-07-15";

    @Test
    void the_first_return_of_a_conversation_is_kept_and_a_second_changes_nothing() {
        Sent sent = received(NOON);
        returned(sent, NOON.plusSeconds(60));
        returned(sent, NOON.plusSeconds(60));
        returned(sent, NOON.plusSeconds(30));

        assertThat(ADA.sees("/v1/conversations/" + sent.conversationId + "/contact-state")
                        .<String>path("firstReturnedAt"))
                .isEqualTo("2026-07-15T12:01:00Z");
    }

    @Test
    void rate_and_quarters_of_the_time_are_those_of_the_conversations_that_began_on_these_days() {
        for (int i = 1; i <= 12; i++) {
            returned(received(NOON), NOON.plus(Duration.ofMinutes(10L * i)));
            received(NOON);
        }
        // British Summer Time: half past eleven at night is that day, half an hour past midnight is not.
        received(Instant.parse("2026-07-15T22:30:00Z"));
        returned(received(Instant.parse("2026-07-15T23:30:00Z")), NOON.plus(Duration.ofDays(2)));
        // Perhaps a machine.
        Sent tray = Sent.enquiry();
        tray.receivedAt = NOON;
        tray.unconfirmed = true;
        tray.put();

        ANA.sees(PATH)
                .then()
                .body("from", equalTo("2026-07-15"))
                .body("begun", equalTo(25))
                .body("returned", equalTo(12))
                .body("rate", equalTo(0.48f))
                .body("firstQuarterMinutes", equalTo(38))
                .body("medianMinutes", equalTo(65))
                .body("thirdQuarterMinutes", equalTo(93))
                .body("suppressed", equalTo(false));
        LEA.sees(PATH);
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'insight.read-returns'"))
                .isEqualTo("2");
    }

    @Test
    void fewer_than_ten_on_either_side_are_not_told_of() {
        assertThat(figures(9, 9).begun()).isNull();
        for (ReturnsView hidden : List.of(figures(30, 9), figures(30, 0), figures(30, 21), figures(30, 30))) {
            assertThat(hidden.begun()).isEqualTo(30);
            assertThat(hidden.suppressed()).isTrue();
            assertThat(hidden)
                    .extracting("returned", "rate", "firstQuarterMinutes", "medianMinutes", "thirdQuarterMinutes")
                    .containsOnlyNulls();
        }
        assertThat(figures(20, 10).suppressed()).isFalse();

        returned(received(NOON), NOON.plusSeconds(60));
        Map<String, Object> few = ANA.sees(PATH).path("");
        assertThat(few).containsOnlyKeys("from", "to", "suppressed");
    }

    @Test
    void without_days_it_is_the_last_ninety_and_impossible_stretches_are_refused() {
        ANA.sees("/v1/insights/returns?to=2026-07-15").then().body("from", equalTo("2026-04-16"));
        ANA.sees("/v1/insights/returns?from=2025-06-11&to=2026-07-15");
        for (String days : List.of(
                "from=2026-07-15&to=2026-07-14",
                "from=2025-06-10&to=2026-07-15",
                "to=999999999-12-31",
                "from=0001-01-01&to=0001-01-02",
                "from=x")) {
            assertThat(ANA.get("/v1/insights/returns?" + days).statusCode())
                    .as(days)
                    .isIn(400, 404);
        }
        assertThat(ADA.get(PATH).statusCode()).isEqualTo(403);
    }

    private static ReturnsView figures(long begun, long returned) {
        return new Returns(begun, returned, 1d, 1d, 1d).toView(DAY, DAY);
    }

    private static Sent received(Instant at) {
        Sent sent = Sent.enquiry();
        sent.receivedAt = at;
        return sent.put();
    }

    private static void returned(Sent sent, Instant at) {
        Sent.handOver("/v1/conversations/" + sent.conversationId + "/first-return", Map.of("at", at.toString()))
                .then()
                .statusCode(204);
    }
}
