package uk.helpathand.casework.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.AUD;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;
import static uk.helpathand.platform.fixture.TestDatabase.fill;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.platform.fixture.RealmPeople;
import uk.helpathand.platform.fixture.StatementLog;
import uk.helpathand.platform.time.Ids;

/** Who may know of a restricted case, and that nobody else can tell it from one that does not exist (trap 22). */
@QuarkusTest
class RestrictedCaseTest extends ServiceTest {

    @Test
    void a_case_is_the_teams_until_it_is_restricted() {
        Restricted made = Restricted.notYet();
        assertThat(BEN.sees(made.path()).<Boolean>path("restricted")).isFalse();

        made.restrict(ADA, true).then().statusCode(200);

        assertThat(BEN.get(made.path()).statusCode()).isEqualTo(404);
        assertThat(ADA.sees(made.path()).<Boolean>path("restricted"))
                .as("its owner")
                .isTrue();
        assertThat(LEA.sees(made.path()).<Boolean>path("restricted"))
                .as("a lead")
                .isTrue();
    }

    @Test
    void whoever_restricts_it_goes_on_seeing_it() {
        Restricted made = Restricted.notYet();

        made.restrict(BEN, true).then().statusCode(200);

        BEN.sees(made.path());
        assertThat(LEA.sees(made.path() + "/circle").<List<String>>path("members.staffId"))
                .containsExactly("ben");
    }

    @Test
    void only_a_lead_opens_it_to_the_team_again() {
        Restricted made = Restricted.byOwner();
        assertThat(made.restrict(ADA, false).statusCode()).isEqualTo(403);

        made.restrict(LEA, false).then().statusCode(200);

        BEN.sees(made.path());
        assertThat(ask("SELECT string_agg(restricted::text, ' ' ORDER BY at) FROM case_restriction"))
                .isEqualTo("true false");
    }

    @Test
    void the_circle_sees_it_from_the_next_call_to_the_next_call() {
        Restricted made = Restricted.byOwner();
        made.takeIn(BEN);
        made.takeIn(BEN);
        BEN.sees(made.path());
        assertThat(ids(BEN.sees("/v1/cases"))).contains(made.caseId.toString());
        String tag = BEN.tag(made.path());

        LEA.letsOut(BEN, made.caseId);

        Response late =
                BEN.calls().header("If-Match", tag).body(Map.of("summary", "x")).patch(made.path());
        assertThat(late.statusCode()).as("a good ETag is no way in (trap 21)").isEqualTo(404);
        assertThat(ask("SELECT count(*) FROM circle_member WHERE staff_id = 'ben'"))
                .isEqualTo("1");
    }

    /** Whoever answers for a brother's case reads of both, until they are let out of the circle of this one. */
    @Test
    void what_waits_about_two_children_waits_for_the_lead_once_its_reader_is_let_out() {
        Sent both = Sent.byAdult(2).put();
        List<UUID> cases = ADA.opensCase(both);
        Staff.areKnown(ADA);
        LEA.gives(BEN, cases.get(1));
        LEA.restricts(cases.get(0), "a colleague's niece").then().statusCode(200);
        LEA.takesIn(BEN, cases.get(0));
        both.write("They have run off");
        assertThat(both.owner()).isEqualTo("adviser ben");

        LEA.letsOut(BEN, cases.get(1));
        assertThat(both.owner()).as("that one is open to all").isEqualTo("adviser ben");
        LEA.letsOut(BEN, cases.get(0));
        assertThat(both.owner()).isEqualTo("lead");
    }

    /** It would look as if they were in, or kept out, and they were not. */
    @Test
    void nobody_is_let_in_or_kept_out_who_is_not_there() {
        Restricted made = Restricted.byOwner();
        Staff.areKnown(BEN, AUD);
        made.keepOut(BEN);

        for (String wrong : List.of("nobody-of-that-id", AUD.subject(), BEN.subject())) {
            named(made.path() + "/circle", Map.of("staffId", wrong, "member", true));
        }
        named(made.child() + "/conflicts", Map.of("staffId", "bne", "keptOut", true, "reason", "a slip of the pen"));
        LEA.calls()
                .body(Map.of("staffId", "nobody-of-that-id", "member", false))
                .patch(made.path() + "/circle")
                .then()
                .statusCode(200);
    }

    private static void named(String path, Map<String, Object> whom) {
        LEA.calls().body(whom).patch(path).then().statusCode(422).body("type", endsWith(":wrong-colleague"));
    }

    @Test
    void why_a_case_is_restricted_is_on_record_each_time_and_stands_with_its_circle() {
        Restricted made = Restricted.byOwner();

        made.restrict(ADA, true).then().statusCode(200);

        assertThat(LEA.sees(made.path() + "/circle").<String>path("reason")).isEqualTo("a colleague's niece");
        assertThat(ask("SELECT string_agg(said.reason, ', ') FROM audit JOIN audit_reason said ON audit_id = id"
                        + " WHERE action = 'case.restrict'"))
                .isEqualTo("a colleague's niece, a colleague's niece");
        assertThat(ask("SELECT count(*) FROM case_restriction")).isEqualTo("2");
    }

    @Test
    void a_colleague_is_named_as_the_directory_has_them_and_by_id_alone_once_it_does_not() {
        Staff.areKnown(ADA, BEN, LEA);
        Restricted made = Restricted.notYet();
        made.takeIn(BEN);
        made.keepOut(new Staff("kim", "adviser"));
        Staff.areKnown(new Staff("kim", "adviser"));

        assertThat(LEA.sees(made.path() + "/circle").<List<String>>path("members.name"))
                .containsExactly("Ben");
        assertThat(LEA.sees(made.child() + "/conflicts").<List<String>>path("conflicts.name"))
                .containsExactly("Kim");

        RealmPeople.deletes("ben");
        Staff.areKnown();
        Response left = LEA.sees(made.path() + "/circle");
        assertThat(left.<List<String>>path("members.staffId")).containsExactly("ben");
        assertThat(left.<List<String>>path("members.name")).containsExactly((String) null);
    }

    @Test
    void what_is_hidden_answers_like_what_is_not_there_in_every_way_to_ask() {
        Restricted made = Restricted.byOwner();
        made.sent.write("I am here", Urgency.IMMEDIATE, "said-not-safe");
        UUID nothing = Ids.next();

        for (String path : List.of(
                "/v1/cases/%s",
                "/v1/cases/%s/messages",
                "/v1/cases/%s/tasks",
                "/v1/cases/%s/disclosures",
                "/v1/enquiries/%s",
                "/v1/conversations/%s/messages",
                "/v1/conversations/%s/contact-state",
                "/v1/conversations/%s/progress",
                "/v1/conversations/%s/code-revocations",
                "/v1/conversations/%s/verification",
                "/v1/children/%s",
                "/v1/children/%s/consents",
                "/v1/children/%s/competence-judgements")) {
            UUID hidden = path.contains("cases")
                    ? made.caseId
                    : path.contains("enquiries")
                            ? made.sent.id
                            : path.contains("children") ? made.childId : made.sent.conversationId;
            isTheSame(path, hidden, nothing);
        }
    }

    /** Status, body, headers, statements and audit. */
    private static void isTheSame(String path, UUID hidden, UUID nothing) {
        var answers = new ArrayList<Response>();
        List<String> ofHidden = StatementLog.of(() -> answers.add(BEN.get(path.formatted(hidden))));
        List<String> ofNothing = StatementLog.of(() -> answers.add(BEN.get(path.formatted(nothing))));

        assertThat(answers.get(0).statusCode()).as(path).isEqualTo(404);
        assertThat(answers.get(0).asString()).as(path).isEqualTo(answers.get(1).asString());
        assertThat(headers(answers.get(0))).as(path).isEqualTo(headers(answers.get(1)));
        assertThat(ofHidden).as(path).isEqualTo(ofNothing);
        assertThat(ask("SELECT count(DISTINCT (actor, actor_roles, action, outcome, subject_kind)) || ' ' || count(*)"
                        + " FROM audit WHERE subject_ids[1] IN ('%s', '%s') AND actor = 'ben'"
                                .formatted(hidden, nothing)))
                .as(path)
                .startsWith("1 ");
        // The next path's own refusals.
        fill("TRUNCATE audit");
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    @Test
    void what_is_hidden_is_in_no_list() {
        Restricted made = Restricted.byOwner();
        made.sent.write("I am here", Urgency.IMMEDIATE, "said-not-safe");
        fill("INSERT INTO task (id, kind, conversation_id, created_at) VALUES ('%s', 'texts-stopped', '%s', now())"
                .formatted(Ids.next(), made.sent.conversationId));
        for (String list :
                List.of("/v1/cases", "/v1/conversations", "/v1/tasks", "/v1/alerts", "/v1/enquiries?status=triaged")) {
            assertThat(ids(ADA.sees(list))).as(list).isNotEmpty();
            assertThat(ids(BEN.sees(list))).as(list).isEmpty();
        }
        assertThat(ids(LEA.sees("/v1/cases"))).isNotEmpty();
    }

    @Test
    void pages_go_on_where_they_should_with_hidden_rows_between() {
        var shown = new ArrayList<String>();
        for (int i = 0; i < 9; i++) {
            if (i % 3 == 1) {
                Restricted.byOwner();
            } else {
                shown.add(0, Restricted.notYet().caseId.toString());
            }
        }
        var seen = new ArrayList<String>();
        String after = "";
        do {
            Response page = BEN.sees("/v1/cases?limit=2" + after);
            seen.addAll(ids(page));
            after = page.path("next") == null ? null : "&after=" + page.path("next");
        } while (after != null);
        assertThat(seen).isEqualTo(shown);
    }

    @Test
    void an_enquiry_about_two_children_is_hidden_with_either_and_the_other_case_says_nothing_of_it() {
        Sent sent = Sent.byAdult(2).withReferral().put();
        List<UUID> cases = ADA.opensCase(sent);
        ADA.restricts(cases.get(0), "a colleague's niece").then().statusCode(200);

        Response other = BEN.sees("/v1/cases/" + cases.get(1));

        assertThat(other.<List<?>>path("enquiryIds")).isEmpty();
        assertThat(other.<List<?>>path("conversationIds")).isEmpty();
        assertThat(ids(BEN.sees("/v1/cases/" + cases.get(1) + "/messages"))).isEmpty();
        assertThat(BEN.get("/v1/enquiries/" + sent.id).statusCode()).isEqualTo(404);
        assertThat(ADA.sees("/v1/cases/" + cases.get(1)).<List<?>>path("enquiryIds"))
                .hasSize(1);
    }

    @Test
    void a_hidden_case_or_child_cannot_be_found_by_deciding_on_an_enquiry() {
        Restricted made = Restricted.byOwner();
        Sent other = Sent.enquiry();
        other.possibleLinks = List.of(made.sent.conversationId);
        other.put();
        assertThat(ADA.sees("/v1/enquiries/" + other.id).<List<?>>path("possibleLinks"))
                .hasSize(1);
        assertThat(BEN.sees("/v1/enquiries/" + other.id).<List<?>>path("possibleLinks"))
                .isEmpty();

        isRefusedAlike(other, "caseId", made.caseId);
        Map<String, Object> hidden = Staff.decision("open-case", "We will work on this");
        hidden.put("children", List.of(Map.of("enquiryChildId", other.children.get(0), "childId", made.childId)));
        Map<String, Object> nothing = Staff.decision("open-case", "We will work on this");
        nothing.put("children", List.of(Map.of("enquiryChildId", other.children.get(0), "childId", Ids.next())));
        assertThat(BEN.triages(other, hidden).asString())
                .isEqualTo(BEN.triages(other, nothing).asString());
        assertThat(ask("SELECT count(*) FROM audit WHERE actor = 'ben' AND outcome = 'refused'"
                        + " AND action = 'POST /v1/enquiries/{id}/triage'"))
                .as("whoever tries is on record")
                .isEqualTo("4");
    }

    private static void isRefusedAlike(Sent other, String field, UUID hidden) {
        Map<String, Object> decision = Staff.decision("join-case", "We will work on this");
        decision.put(field, hidden);
        Response first = BEN.triages(other, decision);
        decision.put(field, Ids.next());
        Response second = BEN.triages(other, decision);
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(first.asString()).isEqualTo(second.asString());
    }

    @Test
    void a_hidden_child_is_found_by_no_name() {
        Restricted made = Restricted.notYet();
        ADA.calls()
                .header("If-Match", ADA.tag(made.child()))
                .body(Map.of("name", "Siobhan Example"))
                .patch(made.child())
                .then()
                .statusCode(200);
        assertThat(found(BEN)).containsExactly(made.childId.toString());

        made.restrict(ADA, true).then().statusCode(200);

        assertThat(found(BEN)).isEmpty();
        assertThat(found(ADA)).hasSize(1);
        made.keepOut(new Staff("lee", "lead"));
        assertThat(found(new Staff("lee", "lead"))).isEmpty();
    }

    private static List<String> found(Staff who) {
        return ids(who.calls().body(Map.of("name", "Shivaun")).post("/v1/children/searches"));
    }

    @Test
    void a_stale_or_missing_tag_restricts_nothing() {
        Restricted made = Restricted.notYet();
        var body = Map.of("restricted", true, "reason", "a colleague's niece");
        assertThat(ADA.calls().body(body).put(made.path() + "/restriction").statusCode())
                .isEqualTo(428);
        assertThat(ADA.calls()
                        .header("If-Match", "\"99\"")
                        .body(body)
                        .put(made.path() + "/restriction")
                        .statusCode())
                .isEqualTo(412);
        BEN.sees(made.path());
    }

    private static List<String> ids(Response list) {
        return list.path("items.id");
    }
}
