package uk.helpathand.casework.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.consent.Agreeing.consent;
import static uk.helpathand.casework.consent.Agreeing.disclosure;
import static uk.helpathand.casework.fixture.InTurn.aside;
import static uk.helpathand.casework.fixture.InTurn.holding;
import static uk.helpathand.casework.fixture.InTurn.somebodyWaits;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.casework.BodyKind;
import uk.helpathand.api.casework.SharedPart;
import uk.helpathand.api.problem.ProblemException;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.platform.fixture.TestDatabase;

/** A withdrawal and whatever is shared at the same moment come one after the other. */
@QuarkusTest
class SharingTest extends ServiceTest {

    private static final Body COUNCIL = new Body(BodyKind.LOCAL_AUTHORITY, Agreeing.COUNCIL);

    @Inject
    Sharing sharing;

    /** Somebody takes it back and has not committed: whoever shares waits for that, and is refused. */
    @Test
    void what_is_asked_while_it_is_taken_back_waits_and_is_refused() throws Exception {
        Agreeing child = Agreeing.child();
        String consentId = child.agrees(consent());
        try (Connection withdrawing =
                holding("UPDATE consent SET withdrawn_at = now(), withdrawn_by_id = 'ben', withdrawn_by = 'Ben'"
                        + " WHERE id = '" + consentId + "'")) {
            var shared = aside(() -> child.shares(disclosure(consentId)));
            somebodyWaits();
            assertThat(shared).isNotDone();
            withdrawing.commit();

            shared.get(20, TimeUnit.SECONDS).then().statusCode(409).body("type", endsWith("consent-withdrawn"));
        }
        assertThat(ask("SELECT count(*) FROM disclosure")).isEqualTo("0");
    }

    /** The other way round: what was checked and is not committed yet holds the withdrawal, which is later then. */
    @Test
    void what_was_checked_before_it_is_taken_back_is_earlier() {
        Agreeing child = Agreeing.child();
        String consentId = child.agrees(consent());
        var withdrawn = QuarkusTransaction.requiringNew().call(() -> {
            Instant checked = require(consentId, child, COUNCIL);
            var taken = aside(() -> child.withdraws(consentId));
            somebodyWaits();
            assertThat(taken).isNotDone();
            return taken.thenApply(answer -> {
                assertThat(Instant.parse(answer.path("withdrawnAt"))).isAfter(checked);
                return answer;
            });
        });

        assertThat(withdrawn.join().statusCode()).isEqualTo(200);
    }

    /** Whoever had to wait is dated by when their turn came, or the later would stand as the earlier. */
    @Test
    void times_are_those_of_the_turn_and_not_of_the_call() throws Exception {
        Agreeing child = Agreeing.child();
        String consentId = child.agrees(consent());

        assertThat(afterATurnOf(consentId, () -> child.shares(disclosure(consentId)), "at"))
                .isPositive();
        assertThat(afterATurnOf(consentId, () -> child.withdraws(consentId), "withdrawnAt"))
                .isPositive();
    }

    /** How long after somebody else let go of the row the call is dated. */
    private static Duration afterATurnOf(String consentId, Supplier<Response> call, String time) throws Exception {
        try (Connection first = holding("SELECT id FROM consent WHERE id = '" + consentId + "' FOR UPDATE")) {
            var called = aside(call);
            somebodyWaits();
            Instant letGo = Instant.now();
            first.commit();
            return Duration.between(
                    letGo, Instant.parse(called.get(20, TimeUnit.SECONDS).path(time)));
        }
    }

    /** Their first answer was lost, so nothing was shared yet. */
    @Test
    void whoever_asks_again_after_it_was_taken_back_is_told_no() {
        Agreeing child = Agreeing.child();
        String consentId = child.agrees(consent());
        String key = '"' + UUID.randomUUID().toString() + '"';
        Supplier<Response> shares = () -> ADA.calls()
                .header("Idempotency-Key", key)
                .body(disclosure(consentId))
                .post(child.disclosures());
        shares.get().then().statusCode(201);
        shares.get().then().statusCode(201);
        child.withdraws(consentId).then().statusCode(200);

        shares.get().then().statusCode(409).body("type", endsWith("consent-withdrawn"));
        assertThat(ask("SELECT count(*) FROM disclosure")).isEqualTo("1");
    }

    @Test
    void nothing_is_ever_recorded_as_shared_after_it_was_taken_back() {
        int shared = 0;
        for (int round = 0; round < 10; round++) {
            Agreeing child = Agreeing.child();
            String consentId = child.agrees(consent());

            List<Response> answers =
                    Together.run(5, i -> i == 2 ? child.withdraws(consentId) : child.shares(disclosure(consentId)));

            Instant withdrawnAt = Instant.parse(answers.get(2).path("withdrawnAt"));
            for (Response answer : answers) {
                if (answer.statusCode() == 201) {
                    shared++;
                    assertThat(Instant.parse(answer.path("at"))).isBeforeOrEqualTo(withdrawnAt);
                } else if (answer != answers.get(2)) {
                    answer.then().statusCode(409).body("type", endsWith("consent-withdrawn"));
                }
            }
        }
        assertThat(ask("SELECT count(*) FROM disclosure")).isEqualTo(Integer.toString(shared));
        assertThat(ask("SELECT count(*) FROM disclosure d JOIN consent c ON c.id = d.consent_id"
                        + " WHERE d.at > c.withdrawn_at"))
                .isEqualTo("0");
    }

    @Test
    void whatever_sends_later_asks_within_the_transaction_that_records_it() {
        Agreeing child = Agreeing.child();
        String consentId = child.agrees(consent());

        assertThatThrownBy(() -> require(consentId, child, COUNCIL)).isInstanceOf(TransactionalException.class);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> require(consentId, child, new Body(BodyKind.POLICE, Agreeing.COUNCIL))))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(ProblemType.CONSENT_DOES_NOT_COVER));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> sharing.require(
                                UUID.fromString(consentId), UUID.fromString(child.childId), COUNCIL, List.of())))
                .as("nothing is covered by nothing")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_body_is_the_same_however_it_is_typed_and_no_other_is() {
        for (String same : List.of("essex county council", "  Essex\u00a0County \n Council ", "ＥＳＳＥＸ County Council")) {
            assertThat(new Body(BodyKind.LOCAL_AUTHORITY, same).isSameAs(COUNCIL))
                    .as(same)
                    .isTrue();
        }
        for (String other : List.of("Essex Council", "Essex County Council 2", "EssexCountyCouncil", "مجلس إسكس")) {
            assertThat(new Body(BodyKind.LOCAL_AUTHORITY, other).isSameAs(COUNCIL))
                    .as(other)
                    .isFalse();
        }
        assertThat(new Body(BodyKind.OTHER, Agreeing.COUNCIL).isSameAs(COUNCIL)).isFalse();
    }

    /** What was written down stays as it was: the service itself may only add a withdrawal. */
    @Test
    void the_services_role_can_change_nothing_but_a_withdrawal() {
        Agreeing child = Agreeing.child();
        child.shares(disclosure(child.agrees(consent()))).then().statusCode(201);
        child.judged(true);
        for (String change : List.of(
                "UPDATE consent SET valid_until = '2030-01-01'",
                "DELETE FROM consent",
                "UPDATE competence_judgement SET able = true",
                "DELETE FROM competence_judgement",
                "UPDATE disclosure SET reason = 'x'",
                "DELETE FROM disclosure")) {
            assertThatThrownBy(() -> asApp(change)).as(change).hasMessageContaining("permission denied");
        }
    }

    private Instant require(String consentId, Agreeing child, Body body) {
        return sharing.require(
                UUID.fromString(consentId), UUID.fromString(child.childId), body, List.of(SharedPart.WHAT_HAPPENED));
    }

    private static void asApp(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestDatabase.url(), "app", "app");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
