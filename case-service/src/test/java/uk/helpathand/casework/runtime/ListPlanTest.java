package uk.helpathand.casework.runtime;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.platform.fixture.CarriedOut;
import uk.helpathand.platform.fixture.ListOperations;
import uk.helpathand.platform.fixture.QueryPlan;
import uk.helpathand.platform.fixture.StatementLog;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;
import uk.helpathand.platform.time.Ids;

/**
 * A list stays as fast as its page, however long its table grows: no sort, no scan, nothing read and thrown away. What is
 * explained is what the service sent, for any values, as the app role, with {@link Sample} in the tables.
 */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ListPlanTest {

    /** Of an enquiry there are as many as children who were erased of it. */
    private static final String OF_REDACTIONS = "kept_out";

    /** Every list of the contract, with every filter that changes its statement. */
    static final List<String> LISTS = List.of(
            "/v1/enquiries",
            "/v1/enquiries?urgency=immediate",
            "/v1/enquiries?status=triaged",
            "/v1/enquiries?status=unconfirmed",
            "/v1/enquiries?status=new&urgency=high",
            "/v1/conversations",
            "/v1/conversations?ownerKind=queue",
            "/v1/conversations?ownerId=owner-1",
            "/v1/conversations?ownerKind=adviser&ownerId=owner-1",
            "/v1/conversations/%s/messages",
            "/v1/conversations/%s/code-revocations",
            "/v1/cases",
            "/v1/cases?status=open",
            "/v1/cases?ownerId=ada",
            "/v1/cases?status=open&ownerId=ada",
            "/v1/cases?withoutOwner=true",
            "/v1/cases/" + Sample.LONG_CASE + "/messages",
            "/v1/cases/" + Sample.LONG_CASE + "/tasks",
            "/v1/cases/" + Sample.LONG_CASE + "/disclosures",
            "/v1/children/" + Sample.LONG_CHILD + "/consents",
            "/v1/children/" + Sample.LONG_CHILD + "/competence-judgements",
            "/v1/tasks",
            "/v1/alerts",
            "/v1/break-glass",
            "/v1/break-glass?reviewDue=true",
            "/v1/erasures",
            "/v1/erasures?status=done",
            "/v1/legal-holds",
            "/v1/legal-holds?lifted=true",
            "/v1/redactions",
            "/v1/subject-access-requests",
            "/v1/subject-access-requests?open=false",
            "/v1/outbox/parked");

    private static final List<String> FOR_LEADS =
            List.of("outbox", "break-glass", "erasures", "legal-holds", "subject-access");

    private static final Staff TOM = new Staff("tom", "adviser");

    private static final long PAGE = 50;

    /** A row is asked for the few cases and redactions that it belongs to. */
    private static final long OF_ONE_ROW = 2;

    /** A list that no table holds. */
    private static final String STAFF = "/v1/staff";

    /** Looked at by a test of their own, with an audit of a year. */
    private static final List<String> OF_AUDIT = List.of("/v1/audit", "/v1/children/%s/access");

    @TestHTTPResource
    URI service;

    private final Sent sent = Sent.byAdult(2).withReferral();
    private UUID caseId;

    /** Once for the class: it takes longer than all the questions. */
    @BeforeEach
    void manyYears() {
        if (caseId != null) {
            return;
        }
        TestClock.reset();
        FakeContactService.reset();
        TestDatabase.empty();
        sent.possibleLinks = List.of(UUID.fromString(Sample.LONG_CONVERSATION), Ids.next());
        sent.put();
        caseId = ADA.opensCase(sent).get(0);
        TestDatabase.fill(Sample.SQL);
    }

    @ParameterizedTest
    @FieldSource("LISTS")
    void a_list_reads_its_page_from_an_index(String path) {
        String concrete = path.formatted(Sample.LONG_CONVERSATION);
        String first = concrete + (concrete.contains("?") ? "&" : "?") + "limit=5";
        Staff reader = isForLeads(path) ? LEA : ADA;
        String next = reader.sees(first).path("next");
        assertThat(next).as("there are more than one page").isNotNull();

        List<String> statements = StatementLog.of(() -> reader.sees(first + "&after=" + next));

        assertThat(statements.stream().filter(sql -> sql.contains("order by")))
                .as(String.join("\n", statements))
                .hasSize(1);
        read(statements).forEach(ListPlanTest::readsOnlyItsPage);
    }

    /** As whoever may know least of what is asked for: of no circle, with no case of their own. */
    @ParameterizedTest
    @FieldSource("LISTS")
    void a_list_throws_away_at_most_as_many_rows_as_its_page_has(String path) {
        Staff reader = isForLeads(path) ? LEA : TOM;

        List<QueryPlan> plans = CarriedOut.of(() -> reader.sees(path.formatted(Sample.LONG_CONVERSATION)));

        assertThat(plans).isNotEmpty();
        assertThat(plans).allSatisfy(plan -> {
            assertThat(plan.rowsRemoved()).as(plan.text()).isLessThanOrEqualTo(PAGE);
            assertThat(plan.rowsRemovedEachTime()).as(plan.text()).isLessThanOrEqualTo(OF_ONE_ROW);
        });
    }

    /** One case in sixteen is restricted; whoever is of no circle has those between the others thrown away for them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/cases",
                "/v1/cases?status=open",
                "/v1/enquiries",
                "/v1/enquiries?status=triaged",
                "/v1/enquiries?status=unconfirmed",
                "/v1/conversations",
                "/v1/tasks",
                "/v1/alerts"
            })
    void what_a_reader_may_not_know_of_is_among_what_is_counted(String path) {
        assertThat(CarriedOut.of(() -> TOM.sees(path)))
                .anySatisfy(
                        plan -> assertThat(plan.rowsRemoved()).as(plan.text()).isPositive());
    }

    private static boolean isForLeads(String path) {
        return FOR_LEADS.stream().anyMatch(path::contains);
    }

    private static String asOutsider(String sql) {
        return sql.replaceAll("\\s*([=>])\\s*\\?", "$1?")
                .replaceAll("\\?\\s*=\\s*(true|false)", "?=$1")
                .replace("staff_id=?", "staff_id='tom'")
                .replace("owner_id=?", "owner_id='tom'")
                .replaceAll("owner_id is distinct from \\?", "owner_id is distinct from 'tom'")
                .replace("until>?", "until>now()")
                .replace("?=true", "false=true")
                .replace("?=false", "false=false")
                .replaceAll("(array_position\\(\\w+\\.\\w+,\\s*)\\?", "$1'tom'")
                .replace("status=?", "status='triaged'")
                .replace(">(?,?,?)", ">(-1,'epoch','00000000-0000-0000-0000-000000000000')")
                .replace("offset ? rows fetch first ? rows only", "limit " + PAGE);
    }

    /** Whoever asks for a list may not know of everything, and that is asked of each row. */
    private static void readsOnlyItsPage(QueryPlan plan) {
        if (plan.text().contains("conflict_of_interest")) {
            plan.readsOnlyItsPageAndAsksWho(OF_REDACTIONS);
        } else {
            plan.readsOnlyItsPage();
        }
    }

    @Test
    void every_list_of_the_contract_is_looked_at() {
        List<String> known = Stream.of(LISTS.stream(), OF_AUDIT.stream(), Stream.of(STAFF))
                .flatMap(lists -> lists)
                .toList();
        assertThat(ListOperations.beyond(service, known)).isEmpty();
    }

    @Test
    void one_enquiry_is_read_from_indexes() {
        List<String> statements = StatementLog.of(() -> ADA.sees("/v1/enquiries/" + sent.id));

        List<QueryPlan> plans = read(statements);
        assertThat(plans).hasSizeGreaterThan(6);
        plans.stream().filter(plan -> !isOfOneDecision(plan)).forEach(ListPlanTest::readsOnlyItsPage);
        assertThat(plans.stream().filter(ListPlanTest::isOfOneDecision))
                .hasSize(1)
                .allSatisfy(QueryPlan::readsFromIndexes);
    }

    @Test
    void one_case_and_one_child_are_read_from_indexes() {
        List<String> statements = StatementLog.of(() -> {
            String child = ADA.sees("/v1/cases/" + caseId).path("childId");
            ADA.sees("/v1/children/" + child);
        });

        List<QueryPlan> plans = read(statements);
        assertThat(plans).hasSizeGreaterThan(4);
        plans.forEach(ListPlanTest::readsOnlyItsPage);
    }

    /** What is counted of the audit is looked at by AuditPlanTest. */
    @Test
    void whom_a_conversation_is_about_is_read_from_indexes() {
        Sent asked = Sent.enquiry().put();
        ADA.opensCase(asked);
        List<String> statements = StatementLog.of(() -> given().auth()
                .oauth2(TestRealm.token("contact-service", "handover"))
                .get("/v1/conversations/" + asked.conversationId + "/looks")
                .then()
                .statusCode(200));

        List<String> about = statements.stream()
                .filter(sql -> !sql.contains("set_config") && !sql.contains("from audit"))
                .toList();
        assertThat(read(about))
                .hasSize(3)
                .allSatisfy(plan -> assertThat(plan.text()).contains("Index").doesNotContain("Seq Scan", "Sort"));
    }

    @Test
    void a_search_of_children_reads_tokens_and_its_page_from_indexes() {
        Response[] answer = new Response[1];
        List<String> statements = StatementLog.of(() -> answer[0] = ADA.calls()
                .body(Map.of("name", "Robin0 Robin1", "dateOfBirth", "2012-05-06"))
                .post("/v1/children/searches"));

        assertThat(answer[0].<List<String>>path("items.id")).hasSize(2);
        read(statements).forEach(QueryPlan::readsOnlyItsPage);
        List<String> ranking =
                statements.stream().filter(sql -> sql.contains("child_token")).toList();
        assertThat(ranking).hasSize(1);
        assertThat(QueryPlan.forAnyValues(ranking.get(0)).text())
                .contains("Index Only Scan Backward using pk_child_token")
                .doesNotContain("Seq Scan");
        // A name that 66,667 children share, as token 1000001 of the sample: read as far as the bound.
        assertThat(QueryPlan.carriedOut(
                                with(
                                        asOutsider(ranking.get(0)),
                                        "ARRAY[1000001]",
                                        "ARRAY[0]",
                                        "ARRAY[8]",
                                        "ARRAY[true]",
                                        "500",
                                        "2147483647",
                                        "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid",
                                        "21"),
                                "SELECT 1")
                        .text())
                .containsPattern("Index Only Scan[^\n]*actual[^\n]*rows=500[. ]")
                .doesNotContain("rows=66667");
    }

    private static String with(String sql, String... values) {
        String filled = sql;
        for (String value : values) {
            filled = filled.replaceFirst("\\?", value);
        }
        return filled;
    }

    /** The one sort that is allowed: the cases of one decision, at most as many as the enquiry names children. */
    private static boolean isOfOneDecision(QueryPlan plan) {
        return plan.text().contains("triage_id=$1) order by");
    }

    private static List<QueryPlan> read(List<String> statements) {
        return statements.stream()
                .filter(sql -> sql.startsWith("select "))
                .map(QueryPlan::forAnyValues)
                .toList();
    }
}
