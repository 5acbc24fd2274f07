package uk.helpathand.casework.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.AUD;
import static uk.helpathand.casework.fixture.Staff.LEA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.platform.fixture.CarriedOut;
import uk.helpathand.platform.fixture.QueryPlan;
import uk.helpathand.platform.fixture.StatementLog;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** The audit grows for ever and is read as fast as its page: by indexes, in order, across all its months. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class AuditPlanTest {

    /**
     * 200,000 rows over most of a year. A case is looked at every 50 days; one enquiry stands in every second list. They end with the
     * month and not with now: of a month with a hundred rows all are read as cheaply by one index as by another, so on its first day
     * the plan was now this and now that.
     */
    private static final String SAMPLE = """
            INSERT INTO audit (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids)
            SELECT gen_random_uuid(),
                date_trunc('month', now()) + interval '1 month' - n * interval '2 minutes', 'actor-' || n %% 50, '{adviser}',
                (ARRAY['case.read', 'enquiry.list', 'enquiry.read', 'child.read'])[1 + n %% 4],
                CASE WHEN n %% 100 = 0 THEN 'refused' ELSE 'done' END, 'case',
                CASE WHEN n %% 36000 = 0 THEN ARRAY['%1$s'::uuid]
                     WHEN n %% 2 = 0 THEN ARRAY['%2$s'::uuid, gen_random_uuid()]
                     ELSE ARRAY[gen_random_uuid()] END
            FROM generate_series(1, 200000) n
            """;

    private final UUID seldom = UUID.randomUUID();
    private final UUID always = UUID.randomUUID();
    private String child;

    @BeforeEach
    void aYear() {
        if (child != null) {
            return;
        }
        TestClock.reset();
        FakeContactService.reset();
        TestDatabase.empty();
        child = ADA.sees("/v1/cases/" + ADA.opensCase(Sent.byAdult(2).put()).get(0))
                .path("childId");
        TestDatabase.fill(SAMPLE.formatted(seldom, always));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=5",
                "?limit=5&actor=actor-7",
                "?limit=5&action=enquiry.read",
                "?limit=5&outcome=refused",
                "?limit=5&outcome=done",
                "?limit=5&actor=actor-7&action=case.read&outcome=refused",
                "?limit=5&from=2026-01-01&to=2030-01-01",
            })
    void a_page_is_read_in_order_from_the_index_of_each_month(String filter) {
        String next = AUD.sees("/v1/audit" + filter).path("next");
        assertThat(next).as("there are more than one page").isNotNull();

        List<String> statements = StatementLog.of(() -> AUD.sees("/v1/audit" + filter + "&after=" + next));

        assertThat(statements.stream().filter(sql -> sql.contains("order by"))).hasSize(1);
        statements.stream()
                .filter(sql -> sql.contains("from audit"))
                .map(sql -> QueryPlan.forAnyValues(sql, AuditQuery.BY_INDEX_IN_ORDER))
                .forEach(plan ->
                        assertThat(plan.text()).contains("Index").doesNotContain("Seq Scan", "Filter", "Sort  ("));
    }

    /** What the plan above promises for any values, with those of a call. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?actor=actor-7&action=case.read&outcome=refused"})
    void a_page_throws_nothing_away(String filter) {
        assertThat(CarriedOut.of(() -> AUD.sees("/v1/audit" + filter)))
                .isNotEmpty()
                .allSatisfy(
                        plan -> assertThat(plan.rowsRemoved()).as(plan.text()).isZero());
    }

    @Test
    void what_is_about_one_subject_is_found_by_it_and_sorted_by_the_stretch() {
        QueryPlan rarely = carriedOut(seldom, "200 days");
        assertThat(rarely.text()).contains("Bitmap Index Scan").doesNotContain("Seq Scan");
        assertThat(rarely.rowsRemoved()).as(rarely.text()).isLessThan(50);

        QueryPlan often = carriedOut(always, "1 hour");
        assertThat(often.text()).doesNotContain("Seq Scan");
        assertThat(often.rowsRemoved()).as(often.text()).isLessThan(200);
    }

    /** What the service sends, with values in the places of its placeholders. The stretch ends with last month, for the same reason. */
    private static QueryPlan carriedOut(UUID subject, String stretch) {
        String sql = StatementLog.of(() -> AUD.sees("/v1/audit?limit=5&subjectId=" + subject)).stream()
                .filter(statement -> statement.contains("order by"))
                .findFirst()
                .orElseThrow();
        for (String value : List.of(
                "date_trunc('month', now()) - interval '" + stretch + "'",
                "date_trunc('month', now())",
                "date_trunc('month', now())",
                "'" + subject + "'",
                "'{" + subject + "}'",
                "6")) {
            sql = sql.replaceFirst("\\?", value);
        }
        return QueryPlan.carriedOut(sql, AuditQuery.BY_SUBJECT);
    }

    @Test
    void a_subject_that_is_in_every_list_costs_a_stretch_and_not_a_year() {
        Response page = AUD.sees("/v1/audit?limit=10&subjectId=" + always);
        List<String> statements = StatementLog.of(
                () -> AUD.sees("/v1/audit?limit=10&subjectId=" + always + "&after=" + page.path("next")));

        assertThat(page.<List<String>>path("items.id")).hasSize(10);
        assertThat(statements.stream().filter(sql -> sql.contains("order by"))).hasSize(1);
    }

    @Test
    void one_that_is_hardly_ever_there_is_found_in_a_few_steps() {
        List<String> statements = StatementLog.of(
                () -> assertThat(AUD.sees("/v1/audit?subjectId=" + seldom).<List<String>>path("items.id"))
                        .hasSize(5));

        assertThat(statements.stream().filter(sql -> sql.contains("order by"))).hasSizeLessThan(20);
    }

    /** What waits in every list for most of a year is counted a stretch of days at a time. */
    @Test
    void who_looked_at_a_conversation_is_counted_by_its_index() {
        Sent sent = Sent.enquiry().put();
        List<String> statements = StatementLog.of(() -> given().auth()
                .oauth2(TestRealm.token("contact-service", "handover"))
                .get("/v1/conversations/" + sent.conversationId + "/looks")
                .then()
                .statusCode(200));
        String counted = statements.stream()
                .filter(sql -> sql.contains("group by"))
                .findFirst()
                .orElseThrow();
        for (String value : List.of("now() - interval '7 days'", "now()", "'{" + always + "}'")) {
            counted = counted.replaceFirst("\\?", value);
        }

        QueryPlan plan = QueryPlan.carriedOut(counted, AuditQuery.BY_SUBJECT);
        assertThat(plan.text()).contains("Bitmap Index Scan").doesNotContain("Seq Scan");
    }

    @Test
    void what_belongs_to_a_child_is_read_from_indexes() {
        List<String> statements = StatementLog.of(() -> LEA.sees("/v1/children/" + child + "/access?limit=5"));

        assertThat(statements).hasSizeGreaterThan(3);
        assertThat(statements.stream().filter(sql -> sql.startsWith("select min(")))
                .hasSize(1)
                .allSatisfy(sql -> assertThat(QueryPlan.forAnyValues(sql, AuditQuery.BY_INDEX_IN_ORDER)
                                .text())
                        .contains("Index")
                        .doesNotContain("Seq Scan"));
    }
}
