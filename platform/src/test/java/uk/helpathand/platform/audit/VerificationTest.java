package uk.helpathand.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.helpathand.platform.fixture.TestDatabase.asOwner;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.api.AuditVerificationView;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.TestDatabase;

/** What the owner of the database may do to the audit, and that it is found; trap 26 among it. */
@QuarkusTest
class VerificationTest extends HttpTest {

    /** The rows under one seal. */
    private static final String OF_SEAL = " WHERE xact_id >= (SELECT from_xact FROM audit_seal WHERE sequence = %1$d)"
            + " AND xact_id < (SELECT before_xact FROM audit_seal WHERE sequence = %1$d)";

    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?);\n```");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private Path file;
    private Chain chain;

    @BeforeEach
    void tenSeals() {
        file = folder.resolve("anchors");
        chain = new Chain(file, clock);
        chain.rounds(10);
        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void an_audit_that_nobody_touched_is_whole() {
        Chain.write(2);

        AuditVerificationView view = chain.verify();

        assertThat(view.whole()).isTrue();
        assertThat(view.sealed()).isEqualTo(30);
        assertThat(view.unsealed()).isEqualTo(2);
        assertThat(view.head()).isEqualTo(ask("SELECT encode(hash, 'hex') FROM audit_seal WHERE sequence = 10"));
        assertThat(Duration.between(view.anchoredAt(), clock.instant())).isLessThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = overlay(actor placing 'x' from 1 for 1)",
                "at = at + interval '1 microsecond'",
                "id = gen_random_uuid()",
                "actor_roles = '{lead}'",
                "actor_roles = ARRAY['adviser', NULL]",
                "action = 'thing.seen'",
                "outcome = 'refused'",
                "subject_kind = 'case'",
                "subject_ids = subject_ids || gen_random_uuid()",
                "reason = NULL",
                "reason = ''",
            })
    void one_changed_value_is_found_where_it_is(String change) {
        asOwner("UPDATE audit SET " + change + " WHERE id = (SELECT id FROM audit" + OF_SEAL.formatted(4)
                + " AND reason IS NOT NULL LIMIT 1)");

        assertThat(chain.findings()).containsExactly("changed 4");
        assertThat(chain.verify().whole()).isFalse();
    }

    @Test
    void a_reason_beside_the_chain_that_is_not_what_was_given_is_found_and_an_erased_one_is_not() {
        String given = reason("her sister is the foster carer \u2603");
        assertThat(chain.findings()).isEmpty();

        asOwner("UPDATE audit_reason SET reason = 'no reason'");
        assertThat(chain.findings()).containsExactly("reason-changed 11");
        asOwner("UPDATE audit_reason SET reason = NULL, salt = NULL, erased_at = now()");
        assertThat(chain.findings()).as("erased").isEmpty();
        asOwner("DELETE FROM audit_reason");
        assertThat(chain.findings()).containsExactly("reason-missing 11");
        assertThat(ask("SELECT reason FROM audit WHERE id = '" + given + "'")).doesNotContain("sister");
    }

    /** The row's id. */
    private String reason(String words) {
        Reasons reason = Reasons.of(words);
        String id = UUID.randomUUID().toString();
        asOwner("""
                INSERT INTO audit (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids, reason)
                    VALUES ('%s', clock_timestamp(), 'ada', '{adviser}', 'thing.read', 'done', 'thing', '{}', '%s');
                INSERT INTO audit_reason (audit_id, salt, reason) VALUES ('%1$s', decode('%3$s', 'hex'), '%4$s')
                """.formatted(id, reason.inChain(), HexFormat.of().formatHex(reason.salt()), words));
        chain.roundThatSeals();
        return id;
    }

    @Test
    void a_deleted_row_is_found() {
        asOwner("DELETE FROM audit WHERE id = (SELECT id FROM audit" + OF_SEAL.formatted(6) + " LIMIT 1)");

        assertThat(chain.findings()).containsExactly("row-missing 6");
    }

    @Test
    void all_rows_of_a_seal_deleted_is_found() {
        asOwner("DELETE FROM audit" + OF_SEAL.formatted(10));

        assertThat(chain.findings()).containsExactly("row-missing 10");
    }

    @Test
    void a_row_put_in_afterwards_is_found() {
        asOwner("INSERT INTO audit SELECT gen_random_uuid(), at, actor, actor_roles, action, outcome, subject_kind,"
                + " subject_ids, reason, xact_id FROM audit" + OF_SEAL.formatted(3) + " LIMIT 1");

        assertThat(chain.findings()).containsExactly("row-added 3");
    }

    @Test
    void a_row_that_changed_places_with_another_is_found() {
        asOwner("UPDATE audit SET xact_id = (SELECT min(xact_id) FROM audit" + OF_SEAL.formatted(8) + ") WHERE id ="
                + " (SELECT id FROM audit" + OF_SEAL.formatted(5) + " LIMIT 1)");

        assertThat(chain.findings()).containsExactly("row-missing 5", "row-added 8");
    }

    @Test
    void a_removed_seal_is_found() {
        asOwner("DELETE FROM audit_seal WHERE sequence = 7");

        assertThat(chain.findings()).containsExactly("seal-missing 7");
    }

    @Test
    void a_removed_seal_with_its_rows_is_found() {
        asOwner("DELETE FROM audit" + OF_SEAL.formatted(1) + "; DELETE FROM audit_seal WHERE sequence = 1");

        assertThat(chain.findings()).containsExactly("seal-missing 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hash = sha256('x')",
                "at = at - interval '1 day'",
                "total_count = total_count + 1",
                "from_xact = (from_xact::text::bigint - 1)::text::xid8",
            })
    void a_changed_seal_is_found(String change) {
        asOwner("UPDATE audit_seal SET " + change + " WHERE sequence = 5");

        assertThat(chain.findings()).contains("changed 5").allMatch(finding -> finding.matches(".* [56]"));
    }

    @Test
    void a_tail_that_was_cut_off_is_found_because_the_outside_knows_of_it() {
        asOwner("DELETE FROM audit" + OF_SEAL.formatted(10) + "; DELETE FROM audit" + OF_SEAL.formatted(9)
                + "; DELETE FROM audit_seal WHERE sequence > 8");
        assertThat(chain.findings()).containsExactly("tail-missing 10");

        chain.rounds(1);
        assertThat(chain.findings()).contains("tail-missing 10");
        // The chain grows over the gap: it is another chain than the one that was told.
        chain.rounds(3);
        assertThat(chain.findings()).contains("anchor-differs 9");
    }

    @Test
    void everything_cut_off_is_found() {
        asOwner("TRUNCATE audit, audit_seal");

        assertThat(chain.findings()).containsExactly("tail-missing 10");
    }

    @Test
    void seals_cut_off_and_made_anew_over_fewer_rows_are_found() {
        asOwner("DELETE FROM audit WHERE id = (SELECT id FROM audit" + OF_SEAL.formatted(9)
                + " LIMIT 1); DELETE FROM audit_seal WHERE sequence > 8");
        chain.roundThatSeals();

        assertThat(chain.findings()).contains("tail-missing 10");
        chain.rounds(2);
        assertThat(chain.findings()).contains("anchor-differs 9");
    }

    @Test
    void an_anchor_that_is_gone_or_damaged_is_found() throws IOException {
        List<String> lines = Files.readAllLines(file);
        var fewer = new ArrayList<>(lines);
        fewer.remove(4);
        Files.write(file, fewer);
        assertThat(chain.findings()).containsExactly("anchor-missing 6");

        var spoilt = new ArrayList<>(lines);
        spoilt.set(4, "nonsense");
        Files.write(file, spoilt);
        assertThat(chain.findings()).containsExactly("anchor-damaged 4", "anchor-missing 6");

        Files.write(file, lines);
        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void seals_that_nobody_was_told_of_are_found_after_a_minute() throws Exception {
        Chain.write(1);
        chain.sealRest();
        assertThat(chain.findings()).isEmpty();

        clock.pass(Duration.ofSeconds(61));

        assertThat(chain.findings()).containsExactly("not-anchored 11");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 10})
    void a_chain_is_checked_in_portions(int sealsAtOnce) throws Exception {
        var verification = new Verification(Chain.database()::getConnection, chain.store, clock, sealsAtOnce);
        assertThat(verification.run().sealed()).isEqualTo(30);
        assertThat(verification.run().whole()).isTrue();

        asOwner("DELETE FROM audit" + OF_SEAL.formatted(6) + "; DELETE FROM audit_seal WHERE sequence = 3");

        assertThat(verification.run().findings())
                .extracting(finding -> finding.kind().wire() + " " + finding.sequence())
                .containsExactly("seal-missing 3", "row-missing 6");
    }

    @Test
    void what_the_page_has_for_outsiders_computes_the_same() throws IOException {
        Matcher block = SQL.matcher(Files.readString(Path.of("../docs/audit.md")));
        assertThat(block.find()).isTrue();
        String sql = block.group(1);
        String changed = "SELECT string_agg(sequence::text, ' ') FROM (" + sql + ") s";
        assertThat(ask(changed)).isNull();

        asOwner("UPDATE audit SET action = 'thing.seen'" + OF_SEAL.formatted(4));

        assertThat(ask(changed)).isEqualTo("4");
    }

    @Test
    void the_command_ends_with_one_when_it_finds_something() throws Exception {
        var out = new ByteArrayOutputStream();
        assertThat(command(out)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("30 rows sealed", "The chain is whole.");

        asOwner("DELETE FROM audit_seal WHERE sequence = 10; DELETE FROM audit WHERE actor = 'nobody'");

        assertThat(command(out)).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("tail-missing at seal 10", "BROKEN");
        assertThatThrownBy(() -> VerifyCommand.run(
                        TestDatabase.url(), "app", "app", folder.resolve("none"), new PrintStream(out)))
                .hasMessageContaining("no file of anchors");
    }

    private int command(ByteArrayOutputStream out) throws Exception {
        return VerifyCommand.run(
                TestDatabase.url(), "app", "app", file, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
