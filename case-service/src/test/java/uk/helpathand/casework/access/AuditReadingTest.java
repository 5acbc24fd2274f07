package uk.helpathand.casework.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.AUD;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.audit.Anchors;
import uk.helpathand.platform.audit.Sealer;
import uk.helpathand.platform.fixture.TestDatabase;

/** The auditor's side: who did what, and is that record whole. */
@QuarkusTest
class AuditReadingTest extends ServiceTest {

    /** Rows of the past, a minute apart, the newest a minute ago: every third refused, every fifth by ben. */
    private static final String PAST = """
            INSERT INTO audit (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids)
            SELECT gen_random_uuid(), date_trunc('second', now()) - n * interval '1 minute',
                CASE WHEN n %% 5 = 0 THEN 'ben' ELSE 'ada' END, '{adviser}', 'case.read',
                CASE WHEN n %% 3 = 0 THEN 'refused' ELSE 'done' END, 'case',
                CASE WHEN n %% 100 = 7 THEN ARRAY['%s'::uuid] ELSE ARRAY[gen_random_uuid()] END
            FROM generate_series(1, %d) n
            """;

    @Inject
    Sealer sealer;

    @Inject
    Anchors anchors;

    @ConfigProperty(name = "helpathand.audit.anchor-file")
    Path anchorFile;

    private final UUID rare = UUID.randomUUID();

    @BeforeEach
    void noAnchors() throws Exception {
        Files.deleteIfExists(anchorFile);
    }

    @Test
    void it_tells_who_did_what_to_which_and_nothing_of_what_they_saw() {
        Sent sent = Sent.enquiry().put();
        ADA.sees("/v1/enquiries/" + sent.id);
        ADA.get("/v1/cases/" + rare).then().statusCode(404);

        Response seen = AUD.sees("/v1/audit");

        assertThat(seen.<List<String>>path("items.action")).containsExactly("GET /v1/cases/{id}", "enquiry.read");
        assertThat(seen.<List<String>>path("items.outcome")).containsExactly("refused", "done");
        assertThat(seen.<String>path("items[1].actor")).isEqualTo("ada");
        assertThat(seen.<List<String>>path("items[1].roles")).containsExactly("adviser");
        assertThat(seen.<List<String>>path("items[1].subjectIds")).containsExactly(sent.id.toString());
        assertThat(seen.asString()).doesNotContain(sent.happening, sent.reference);
    }

    @Test
    void reading_it_stands_in_it() {
        ADA.sees("/v1/enquiries");
        AUD.sees("/v1/audit");
        AUD.sees("/v1/audit/verification");

        assertThat(AUD.sees("/v1/audit").<List<String>>path("items.action"))
                .containsExactly("audit.verify", "audit.list", "enquiry.list");
        assertThat(ask("SELECT cardinality(subject_ids) FROM audit WHERE action = 'audit.list' ORDER BY at LIMIT 1"))
                .isEqualTo("1");
    }

    @Test
    void while_that_cannot_be_written_nothing_is_read() {
        TestDatabase.asOwner("REVOKE INSERT ON audit FROM app");
        try {
            for (String path : List.of("/v1/audit", "/v1/audit/verification")) {
                AUD.get(path).then().statusCode(503).body("type", endsWith("audit-unavailable"));
            }
        } finally {
            TestDatabase.asOwner(TestDatabase.AUDIT_WRITABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&actor=ben",
                "&action=case.read",
                "&outcome=refused",
                "&outcome=done",
                "&actor=ada&outcome=refused",
                "&action=case.read&outcome=done&actor=ben",
                "&subjectId=%s",
                "&subjectId=%s&actor=ada&outcome=done",
                "&from=2000-01-01&to=2999-12-31",
            })
    void the_pages_hold_all_that_is_meant_once_and_newest_first(String filter) {
        TestDatabase.asOwner(PAST.formatted(rare, 3_000));
        String path = "/v1/audit?limit=200" + filter.formatted(rare);

        List<String> shown = all(path);

        assertThat(shown)
                .isEqualTo(List.of(ask("SELECT string_agg(id::text, ' ' ORDER BY at DESC, id DESC) FROM audit"
                                + " WHERE action = 'case.read'" + where(filter))
                        .split(" ")));
    }

    private String where(String filter) {
        return (filter.contains("actor=ben") ? " AND actor = 'ben'" : "")
                + (filter.contains("actor=ada") ? " AND actor = 'ada'" : "")
                + (filter.contains("refused") ? " AND outcome = 'refused'" : "")
                + (filter.contains("done") ? " AND outcome = 'done'" : "")
                + (filter.contains("subjectId") ? " AND subject_ids @> ARRAY['" + rare + "'::uuid]" : "");
    }

    /** Ids of all pages, without the rows that reading them writes meanwhile. */
    private static List<String> all(String path) {
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            Response page = AUD.sees(next == null ? path : path + "&after=" + next);
            List<String> actions = page.path("items.action");
            List<String> found = page.path("items.id");
            for (int i = 0; i < found.size(); i++) {
                if (actions.get(i).equals("case.read")) {
                    ids.add(found.get(i));
                }
            }
            next = page.path("next");
        } while (next != null);
        return ids;
    }

    @Test
    void rows_that_come_while_somebody_turns_pages_neither_skip_nor_repeat_any() {
        TestDatabase.asOwner(PAST.formatted(rare, 25));
        Response first = AUD.sees("/v1/audit?action=case.read&limit=10");
        ADA.get("/v1/cases/" + rare);
        Response second = AUD.sees("/v1/audit?action=case.read&limit=10&after=" + first.path("next"));
        Response third = AUD.sees("/v1/audit?action=case.read&limit=10&after=" + second.path("next"));

        var ids = new HashSet<String>(first.<List<String>>path("items.id"));
        ids.addAll(second.path("items.id"));
        ids.addAll(third.path("items.id"));
        assertThat(ids).hasSize(25);
        assertThat(third.<String>path("next")).isNull();
    }

    @Test
    void days_are_those_of_london_and_the_last_one_counts() {
        TestDatabase.asOwner("""
                INSERT INTO audit (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids)
                SELECT gen_random_uuid(), at::timestamptz, 'ben', '{}', 'case.read', 'done', at, '{}'
                FROM unnest(ARRAY['2026-06-29T22:59:59Z', '2026-06-29T23:00:00Z', '2026-06-30T22:59:59Z',
                    '2026-06-30T23:00:00Z']) AS at
                """);

        assertThat(AUD.sees("/v1/audit?from=2026-06-30&to=2026-06-30").<List<String>>path("items.subjectKind"))
                .containsExactly("2026-06-30T22:59:59Z", "2026-06-29T23:00:00Z");
        assertThat(AUD.sees("/v1/audit?actor=ben&to=2026-06-29").<List<String>>path("items.subjectKind"))
                .containsExactly("2026-06-29T22:59:59Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outcome=perhaps", "subjectId=5", "from=yesterday", "from=0001-01-01", "limit=0"})
    void what_makes_no_sense_is_said_to(String filter) {
        assertThat(AUD.get("/v1/audit?" + filter).statusCode()).isIn(400, 404);
    }

    @Test
    void nobody_but_an_auditor_reads_it() {
        for (var staff : List.of(ADA, BEN, uk.helpathand.casework.fixture.Staff.LEA)) {
            staff.get("/v1/audit").then().statusCode(403);
            staff.get("/v1/audit/verification").then().statusCode(403);
        }
    }

    @Test
    void verification_says_whole_until_somebody_touches_a_row() throws Exception {
        Sent sent = Sent.enquiry().put();
        ADA.opensCase(sent);
        seal();

        Response whole = AUD.sees("/v1/audit/verification");

        assertThat(whole.<Boolean>path("whole")).isTrue();
        assertThat(whole.<Integer>path("sealed")).isGreaterThan(2);
        assertThat(whole.<Integer>path("unsealed")).isEqualTo(1);
        assertThat(whole.<String>path("head"))
                .isEqualTo(ask("SELECT encode(hash, 'hex') FROM audit_seal ORDER BY sequence DESC LIMIT 1"));
        assertThat(whole.<String>path("anchoredAt")).startsWith(LocalDate.now(java.time.ZoneOffset.UTC) + "T");
        assertThat(whole.<List<?>>path("findings")).isEmpty();

        TestDatabase.asOwner("UPDATE audit SET actor = 'eve' WHERE action = 'enquiry.triage'");
        Response broken = AUD.sees("/v1/audit/verification");
        assertThat(broken.<Boolean>path("whole")).isFalse();
        assertThat(broken.<List<String>>path("findings.kind")).containsExactly("changed");

        TestDatabase.asOwner("TRUNCATE audit, audit_seal");
        assertThat(AUD.sees("/v1/audit/verification").<List<String>>path("findings.kind"))
                .containsExactly("tail-missing");
    }

    /** All there is: what runs in the background may hold the seals back for a moment. */
    private void seal() throws Exception {
        Wait.until("sealed", () -> {
            try {
                sealer.seal();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return "0"
                    .equals(ask("SELECT count(*) FROM audit WHERE xact_id >="
                            + " (SELECT before_xact FROM audit_seal ORDER BY sequence DESC LIMIT 1)"));
        });
        anchors.anchor(false);
    }

    /** Trap 33. */
    @Test
    void a_child_that_is_erased_leaves_the_chain_whole() throws Exception {
        Sent sent = Sent.enquiry().put();
        var file = ADA.opensCase(sent).get(0);
        ADA.sees("/v1/cases/" + file);
        seal();

        TestDatabase.asOwner("TRUNCATE child, enquiry, conversation, message, case_file CASCADE; DELETE FROM data_key");

        assertThat(AUD.sees("/v1/audit/verification").<Boolean>path("whole")).isTrue();
    }
}
