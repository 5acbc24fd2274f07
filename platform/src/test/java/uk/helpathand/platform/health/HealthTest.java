package uk.helpathand.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.application.ThingArrivals;
import uk.helpathand.platform.database.Migrations;
import uk.helpathand.platform.fixture.Health;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.outbox.Owing;

@QuarkusTest
class HealthTest extends HttpTest {

    @TestHTTPResource(value = "/health", management = true)
    URI address;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource pool;

    @Inject
    ThingArrivals arrivals;

    @Inject
    @Wellness
    SilenceWellness silence;

    private Health health;

    @BeforeEach
    void quiet() {
        health = new Health(address);
        arrivals.are(List.of());
    }

    @AfterEach
    void giveBackWhatWasTaken() {
        TestDatabase.asSuperuser("ALTER DATABASE service ALLOW_CONNECTIONS true");
        // The dead ones too: for a second the pool would give them out unseen.
        pool.flush(AgroalDataSource.FlushMode.ALL);
        TestDatabase.asOwner("ALTER TABLE IF EXISTS databasechangelog_away RENAME TO databasechangelog");
        TestDatabase.asOwner("UPDATE databasechangelog SET id = 'p002-outbox' WHERE id = 'away'");
    }

    @Test
    void readiness_asks_for_the_database_and_its_migrations_alone() {
        assertThat(health.checks("ready")).containsExactly("database");
        assertThat(health.status("ready")).isEqualTo(200);
    }

    @Test
    void whoever_lacks_a_migration_is_not_ready_and_says_which() {
        TestDatabase.asOwner("UPDATE databasechangelog SET id = 'away' WHERE id = 'p002-outbox'");

        assertThat(health.status("ready")).isEqualTo(503);
        assertThat(health.told("ready", "database", "why")).contains("p002-outbox");
    }

    @Test
    void on_a_database_that_was_never_migrated_nobody_is_ready() {
        TestDatabase.asOwner("ALTER TABLE databasechangelog RENAME TO databasechangelog_away");

        assertThat(health.told("ready", "database", "why")).contains("not migrated");
    }

    @Test
    void without_a_database_it_is_not_ready_but_alive() {
        TestDatabase.asSuperuser("ALTER DATABASE service ALLOW_CONNECTIONS false");
        TestDatabase.asSuperuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'service'");

        assertThat(health.status("ready")).isEqualTo(503);
        assertThat(health.status("live")).isEqualTo(200);
        assertThat(health.told("ready", "database", "why")).doesNotContain("service", "app", " ");
    }

    @Test
    void what_is_owed_for_too_long_is_not_well_and_still_ready() {
        Owing.since(clock, Duration.ofMinutes(4));
        assertThat(health.of("well", "outbox")).isEqualTo("UP");

        Owing.since(clock, Duration.ofMinutes(6));

        assertThat(health.of("well", "outbox")).isEqualTo("DOWN");
        assertThat(Integer.parseInt(health.told("well", "outbox", "oldestSeconds")))
                .isBetween(360, 400);
        assertThat(health.status("well")).isEqualTo(503);
        assertThat(health.status("ready")).isEqualTo(200);
        assertThat(health.status("live")).isEqualTo(200);
    }

    @Test
    void what_is_parked_is_not_well_and_does_not_count_as_late() {
        Owing.since(clock, Duration.ofDays(3));
        assertThat(health.of("well", "parked")).isEqualTo("UP");

        TestDatabase.asOwner("UPDATE outbox SET parked_at = now()");

        assertThat(health.of("well", "parked")).isEqualTo("DOWN");
        assertThat(health.told("well", "parked", "parked")).isEqualTo("1");
        assertThat(health.of("well", "outbox")).isEqualTo("UP");
    }

    @Test
    void an_audit_with_few_months_ahead_is_not_well_until_the_next_migration() throws Exception {
        assertThat(health.of("well", "audit-months")).isEqualTo("UP");
        YearMonth third =
                YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).plusMonths(3);
        TestDatabase.asOwner("DROP TABLE audit_" + third.format(DateTimeFormatter.ofPattern("uuuuMM")));

        assertThat(health.of("well", "audit-months")).isEqualTo("DOWN");
        assertThat(health.told("well", "audit-months", "ahead")).isEqualTo("2");
        assertThat(health.status("ready")).isEqualTo(200);
        Migrations.run(TestDatabase.url(), "owner", "owner", "app");
        assertThat(health.told("well", "audit-months", "ahead")).isEqualTo("24");
        assertThat(health.of("well", "audit-months")).isEqualTo("UP");
    }

    @Test
    void silence_for_far_longer_than_usual_is_not_well_and_in_the_metrics() {
        Instant last = clock.instant().minus(Duration.ofHours(25));
        arrivals.are(Stream.iterate(last, at -> at.minusSeconds(60)).limit(30).toList());
        silence.read();

        assertThat(health.of("well", "silence")).isEqualTo("DOWN");
        assertThat(health.told("well", "silence", "allowedSeconds")).isEqualTo("86400");
        assertThat(metrics().lines())
                .anyMatch(line -> line.startsWith("helpathand_arrivals_silence_seconds{of=\"enquiries\"} 9000"));
        assertThat(metrics().lines()).contains("helpathand_arrivals_silence_allowed_seconds{of=\"enquiries\"} 86400.0");
    }

    @Test
    void before_enough_have_written_silence_says_that_it_cannot_tell() {
        arrivals.are(List.of(clock.instant().minus(Duration.ofDays(100))));
        silence.read();

        assertThat(health.of("well", "silence")).isEqualTo("UP");
        assertThat(health.told("well", "silence", "why")).contains("too few");
        assertThat(metrics().lines()).contains("helpathand_arrivals_silence_allowed_seconds{of=\"enquiries\"} NaN");
    }
}
