package uk.helpathand.casework.access;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.access.BreakGlassTest.breaks;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.platform.fixture.Health;
import uk.helpathand.platform.fixture.TestDatabase;

/** A review that nobody writes is noticed by more than one mail. */
@QuarkusTest
class BreakGlassWellnessTest extends ServiceTest {

    @TestHTTPResource(value = "/health", management = true)
    URI address;

    @Inject
    @Wellness
    BreakGlassWellness wellness;

    @Inject
    MeterRegistry registry;

    private Health health;

    @BeforeEach
    void look() {
        health = new Health(address);
    }

    @Test
    void it_is_counted_from_the_moment_it_is_taken_and_is_not_well_once_its_review_is_late_until_it_is_reviewed() {
        assertThat(state()).isEqualTo("UP");
        assertThat(unreviewed()).isZero();
        assertThat(oldest()).isZero();

        String id = breaks(BEN, Restricted.byOwner().reference).path("id");
        TestClock.advance(Duration.ofHours(71));

        assertThat(unreviewed()).isEqualTo(1);
        assertThat(oldest()).isBetween(71 * 3600.0, 71 * 3600.0 + 300);
        assertThat(state()).isEqualTo("UP");

        TestClock.advance(Duration.ofMinutes(61));

        assertThat(oldest()).isGreaterThan(72 * 3600.0);
        assertThat(state()).isEqualTo("DOWN");
        assertThat(health.told("well", "break-glass", "unreviewed")).isEqualTo("1");
        assertThat(Integer.parseInt(health.told("well", "break-glass", "oldestSeconds")))
                .isGreaterThan(72 * 3600);
        assertThat(health.status("ready")).isEqualTo(200);

        review(id);

        assertThat(state()).isEqualTo("UP");
        assertThat(unreviewed()).isZero();
        assertThat(oldest()).isZero();
    }

    @Test
    void the_oldest_decides_and_one_that_opened_nothing_counts_as_well() {
        String old = breaks(BEN, "C-ZZZZZZ").path("id");
        breaks(BEN, Restricted.byOwner().reference).then().statusCode(201);
        TestDatabase.asOwner("UPDATE break_glass SET at = at - interval '4 days' WHERE id = '" + old + "'");

        assertThat(unreviewed()).isEqualTo(2);
        assertThat(oldest()).isGreaterThan(96 * 3600.0 - 1);
        assertThat(state()).isEqualTo("DOWN");

        review(old);

        assertThat(unreviewed()).isEqualTo(1);
        assertThat(oldest()).isLessThan(300);
        assertThat(state()).isEqualTo("UP");
    }

    private String state() {
        return health.of("well", "break-glass");
    }

    private double unreviewed() {
        return gauge("helpathand.break.glass.unreviewed");
    }

    private double oldest() {
        return gauge("helpathand.break.glass.oldest.unreviewed");
    }

    private double gauge(String name) {
        wellness.read();
        return registry.get(name).gauge().value();
    }

    private static void review(String id) {
        LEA.calls()
                .body(Map.of("justified", true, "note", "Rang the child; it was right"))
                .post("/v1/break-glass/" + id + "/review")
                .then()
                .statusCode(200);
    }
}
