package uk.helpathand.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.database.Migrations;
import uk.helpathand.platform.fixture.Caller.Answer;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;
import uk.helpathand.platform.time.Ids;

/** Fail closed: what cannot be recorded does not happen. */
@QuarkusTest
class AuditTest extends HttpTest {

    private static final String ROWS = "SELECT string_agg(concat_ws(' ', actor, actor_roles::text, action, outcome,"
            + " subject_kind, subject_ids::text), '; ' ORDER BY at, id) FROM audit";

    @Inject
    Audit audit;

    @Test
    void a_list_is_one_row_with_all_it_showed() {
        String kite = make("kite");
        String drum = make("drum");
        TestDatabase.asOwner("DELETE FROM audit");

        caller.call("GET", "/v1/things").as(adviser()).send();

        assertThat(TestDatabase.ask(ROWS))
                .startsWith("ada {adviser} thing.list done thing {")
                .contains(kite, drum);
        assertThat(count("audit")).isOne();
    }

    @Test
    void absent_and_forbidden_write_identical_rows() {
        String there = "/v1/things/" + make("kite");
        TestDatabase.asOwner("DELETE FROM audit");

        caller.call("GET", there).as(TestRealm.token("eve", "analyst")).send();
        String forbidden = TestDatabase.ask(ROWS);
        TestDatabase.asOwner("DELETE FROM audit");
        caller.call("GET", "/v1/things/" + NOBODYS_ID)
                .as(TestRealm.token("eve", "adviser"))
                .send();
        String absent = TestDatabase.ask(ROWS);

        assertThat(forbidden).startsWith("eve {analyst} GET /v1/things/{id} refused request {");
        assertThat(absent.replace("{adviser}", "{analyst}").replace(NOBODYS_ID, there.substring(11)))
                .isEqualTo(forbidden);
    }

    @Test
    void callers_without_a_verified_subject_are_counted_and_stored_if_they_tried_a_token() {
        double before = unauthenticated();

        caller.call("GET", "/v1/things").send();
        TestRealm.badTokens("adviser")
                .values()
                .forEach(token -> caller.call("GET", "/v1/things").as(token).send());

        assertThat(TestDatabase.ask("SELECT string_agg(DISTINCT actor || ' ' || outcome, ',') FROM audit"))
                .isEqualTo("unknown refused");
        assertThat(count("audit")).isEqualTo(TestRealm.badTokens("adviser").size());
        assertThat(unauthenticated() - before)
                .isEqualTo(1 + TestRealm.badTokens("adviser").size());
    }

    @Test
    void while_it_cannot_be_written_nothing_is_read_or_done() {
        String path = "/v1/things/" + make("kite");
        TestDatabase.asOwner("REVOKE INSERT ON audit FROM app");
        try {
            for (Answer answer : List.of(
                    caller.call("GET", "/v1/things").as(adviser()).send(),
                    caller.call("GET", path).as(adviser()).send(),
                    caller.call("POST", "/v1/things")
                            .as(adviser())
                            .with("Idempotency-Key", "other")
                            .json("{\"name\":\"drum\"}")
                            .send())) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.problem()).isEqualTo("audit-unavailable");
                assertThat(answer.body()).doesNotContain("kite", "drum");
            }
            assertThat(count("thing")).isOne();
            assertThat(count("idempotency")).isOne();

            Answer refused = caller.call("GET", path)
                    .as(TestRealm.token("ana", "analyst"))
                    .send();
            assertThat(refused.status()).isEqualTo(403);
        } finally {
            TestDatabase.asOwner(TestDatabase.AUDIT_WRITABLE);
        }
        assertThat(caller.call("GET", path).as(adviser()).send().status()).isEqualTo(200);
    }

    @Test
    void what_was_searched_for_is_kept_as_a_keyed_hash() {
        assertThat(audit.hashed("a name"))
                .matches("audit-query [0-9a-f]{64}")
                .isEqualTo(audit.hashed("a name"))
                .isNotEqualTo(audit.hashed("another name"));
    }

    @Test
    void what_is_rolled_back_was_not_done() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    audit.doneBySystem("thing.sweep", "thing", List.of(Ids.next()), null);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(count("audit")).isZero();
    }

    @Test
    void it_is_never_written_beside_the_transaction_of_what_it_records() {
        assertThatThrownBy(() -> audit.doneBySystem("thing.sweep", "thing", List.of(), null))
                .isInstanceOf(TransactionalException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET actor = 'nobody'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "DROP TABLE audit_default",
                "DELETE FROM audit_default",
                "ALTER TABLE audit DISABLE TRIGGER ALL",
                "UPDATE databasechangelog SET md5sum = ''",
                "CREATE TABLE mine (id int)",
            })
    void the_service_can_only_add(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "app", "app");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void every_migration_makes_room_for_two_years() throws Exception {
        TestDatabase.asOwner("""
                DO $$ DECLARE month text; BEGIN
                    FOR month IN SELECT inhrelid::regclass::text FROM pg_inherits
                        WHERE inhparent = 'audit'::regclass ORDER BY 1 OFFSET 3 LOOP
                        IF month <> 'audit_default' THEN EXECUTE 'DROP TABLE ' || month; END IF;
                    END LOOP;
                END $$
                """);
        assertThat(count("pg_inherits WHERE inhparent = 'audit'::regclass")).isLessThan(6);

        Migrations.run(TestDatabase.url(), "owner", "owner", "app");

        there_is_room_for_two_years();
    }

    @Test
    void there_is_room_for_two_years() {
        assertThat(count("pg_inherits WHERE inhparent = 'audit'::regclass")).isEqualTo(26);
        QuarkusTransaction.requiringNew().run(() -> audit.doneBySystem("thing.sweep", "thing", List.of(), null));
        assertThat(count("audit_default")).isZero();
        assertThat(count("audit WHERE xact_id IS NOT NULL")).isOne();
    }

    private String make(String name) {
        return caller.call("POST", "/v1/things")
                .as(adviser())
                .with("Idempotency-Key", name)
                .json("{\"name\":\"" + name + "\"}")
                .send()
                .json()
                .path("id")
                .asText();
    }

    private double unauthenticated() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("helpathand_calls_unauthenticated_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
