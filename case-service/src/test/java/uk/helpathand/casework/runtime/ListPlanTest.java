package uk.helpathand.casework.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.StatementLog;
import uk.helpathand.platform.fixture.TestDatabase;

/** A list stays as fast as its page, however long its table grows: no sort, no scan, nothing read and thrown away. */
@QuarkusTest
class ListPlanTest extends ServiceTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\?");

    @BeforeEach
    void manyYears() {
        Sent sent = Sent.danger().put();
        ADA.opensCase(sent);
        TestDatabase.asOwner(SAMPLE.formatted(sent.conversationId));
    }

    @ParameterizedTest
    @CsvSource({
        "enquiry, /v1/enquiries",
        "enquiry, /v1/enquiries?urgency=immediate",
        "enquiry, /v1/enquiries?status=triaged",
        "enquiry, /v1/enquiries?status=unconfirmed",
        "enquiry, /v1/enquiries?status=new&urgency=high",
        "conversation, /v1/conversations",
        "conversation, /v1/conversations?ownerKind=queue",
        "conversation, /v1/conversations?ownerId=owner-1",
        "conversation, /v1/conversations?ownerKind=adviser&ownerId=owner-1",
        "message, /v1/conversations/%s/messages",
        "code_revocation, /v1/conversations/%s/code-revocations",
        "case_file, /v1/cases",
        "case_file, /v1/cases?status=open",
        "alert, /v1/alerts",
    })
    void a_list_reads_its_page_from_an_index(String table, String path) throws SQLException {
        String concrete = path.formatted(TestDatabase.ask("SELECT id FROM conversation ORDER BY id DESC LIMIT 1"));
        String first = concrete + (concrete.contains("?") ? "&" : "?") + "limit=5";
        String next = ADA.sees(first).path("next");
        assertThat(next).as("there are more than one page").isNotNull();

        List<String> statements = StatementLog.of(() -> ADA.sees(first + "&after=" + next));

        List<String> lists = statements.stream()
                .filter(sql -> sql.contains(" from " + table + " ") && sql.contains("order by"))
                // Jobs run beside it, and read no whole rows.
                .filter(sql -> sql.contains(".id,"))
                .toList();
        assertThat(lists).as(String.join("\n", statements)).hasSize(1);
        String plan = plan(lists.get(0));
        assertThat(plan).contains("Index").doesNotContain("Sort", "Seq Scan", "Filter");
    }

    /** As the app role, for any values: what the database does with a prepared statement. */
    private static String plan(String sql) throws SQLException {
        var plan = new ArrayList<String>();
        try (var connection =
                        DriverManager.getConnection(TestDatabase.url() + "?preferQueryMode=simple", "app", "app");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("EXPLAIN (GENERIC_PLAN) " + numbered(sql))) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        return sql + "\n" + String.join("\n", plan);
    }

    private static String numbered(String sql) {
        var out = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(sql);
        for (int number = 1; matcher.find(); number++) {
            matcher.appendReplacement(out, "\\$" + number);
        }
        return matcher.appendTail(out).toString();
    }

    /** %s is the conversation with a long thread. */
    private static final String SAMPLE = """
            INSERT INTO enquiry (id, reference, channel, requester, received_at, message_id, altered, excerpt,
                    urgency_rank, status, changed_at, version)
                SELECT gen_random_uuid(), 'HH-' || n, 'web-child', 'child', now() - n * interval '1 hour',
                    gen_random_uuid(), false, 'x', n %% 7 %% 3,
                    CASE WHEN n %% 10 > 0 THEN 'triaged' ELSE (ARRAY['new', 'acknowledged', 'returned', 'unconfirmed'])[1 + n / 10 %% 4] END,
                    now(), 0
                FROM generate_series(1, 6000) n;
            INSERT INTO conversation (id, enquiry_id, audience, reply_by, safe_times, contact_version, progress_stage,
                    progress_version, waiting_since, owner_kind, owner_id, last_message_sequence, last_outbox_sequence, version)
                SELECT gen_random_uuid(), id, 'child', 'code', '{}', 1, 'received', 0,
                    CASE WHEN row_number() OVER () / 20 %% 5 = 0 THEN received_at END,
                    CASE WHEN row_number() OVER () %% 10 = 0 THEN 'queue' ELSE 'adviser' END,
                    CASE WHEN row_number() OVER () %% 10 = 0 THEN NULL ELSE 'owner-' || row_number() OVER () %% 20 END,
                    1, 0, 0
                FROM enquiry WHERE excerpt = 'x';
            INSERT INTO message (id, conversation_id, sequence, author, text, altered, sent_at)
                SELECT gen_random_uuid(), c.id, s + 100, 'child', 'x', false, now()
                FROM conversation c, generate_series(1, 12) s;
            INSERT INTO code_revocation (id, conversation_id, reason, at)
                SELECT gen_random_uuid(), c.id, 'LOST', now() + s * interval '1 second'
                FROM (SELECT id FROM conversation ORDER BY id DESC LIMIT 20) c, generate_series(1, 300) s;
            INSERT INTO child (id, reference, created_at, version)
                SELECT gen_random_uuid(), 'CH-' || n, now(), 0 FROM generate_series(1, 3000) n;
            INSERT INTO case_file (id, reference, child_id, status, owner_id, owner, opened_at, closed_at, closure_reason,
                    changed_at, version)
                SELECT gen_random_uuid(), 'C-' || reference, id, CASE WHEN reference LIKE '%%1' THEN 'open' ELSE 'closed' END,
                    'ada', 'Ada', now() - random() * interval '900 days',
                    CASE WHEN reference LIKE '%%1' THEN NULL ELSE now() END,
                    CASE WHEN reference LIKE '%%1' THEN NULL ELSE 'RESOLVED' END, now(), 0
                FROM child WHERE reference LIKE 'CH-%%' AND name IS NULL AND length(reference) < 8;
            INSERT INTO alert (id, enquiry_id, enquiry_reference, reason, step, steps, due_at, raised_at, stopped_at)
                SELECT gen_random_uuid(), id, reference, 'said-not-safe', 0, 3, received_at, received_at,
                    CASE WHEN urgency_rank = 0 AND status = 'new' THEN NULL ELSE now() END
                FROM enquiry WHERE excerpt = 'x';
            ANALYZE;
            -- %s
            """;
}
