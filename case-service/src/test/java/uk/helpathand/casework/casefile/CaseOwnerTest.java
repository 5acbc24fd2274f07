package uk.helpathand.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.platform.fixture.RealmPeople;

/** A case goes to somebody else, with its conversations and with what stands in the record about it. */
@QuarkusTest
class CaseOwnerTest extends ServiceTest {

    @BeforeEach
    void allAreAtWork() {
        Staff.areKnown(ADA, BEN, LEA);
    }

    @Test
    void a_case_and_its_conversations_go_to_a_colleague() {
        Sent first = Sent.enquiry().put();
        UUID id = ADA.opensCase(first).get(0);
        Sent second = Sent.enquiry().put();
        var join = decision("join-case", "We have this already");
        join.put("caseId", id);
        ADA.triages(second, join).then().statusCode(200);
        first.write("Are you there?");
        second.write("And I?");
        String tag = ADA.tag(path(id));

        var given = gives(ADA, id, tag, "ben");

        given.then().statusCode(200);
        assertThat(given.<String>path("ownerId")).isEqualTo("ben");
        assertThat(given.<String>path("owner")).isEqualTo("Ben");
        assertThat(given.header("ETag")).isNotEqualTo(tag).isEqualTo(ADA.tag(path(id)));
        assertThat(BEN.sees("/v1/conversations?ownerId=ben").<List<String>>path("items.id"))
                .containsExactlyInAnyOrder(first.conversationId.toString(), second.conversationId.toString());
        assertThat(BEN.sees("/v1/conversations?ownerId=ada").<List<String>>path("items.id"))
                .isEmpty();
    }

    @Test
    void the_list_of_cases_is_asked_by_owner() {
        UUID bens = ADA.opensCase(Sent.enquiry().put()).get(0);
        UUID adas = ADA.opensCase(Sent.enquiry().put()).get(0);
        gives(ADA, bens, ADA.tag(path(bens)), "ben").then().statusCode(200);

        assertThat(ids("ownerId=ben")).containsExactly(bens.toString());
        assertThat(ids("ownerId=ada&status=open")).containsExactly(adas.toString());
        assertThat(ids("ownerId=ada&status=closed")).isEmpty();
        assertThat(ids("withoutOwner=true")).isEmpty();
    }

    @Test
    void who_answered_for_it_from_when_to_when_and_why_is_kept() {
        UUID id = ADA.opensCase(Sent.enquiry().put()).get(0);
        gives(ADA, id, ADA.tag(path(id)), "ben").then().statusCode(200);
        gives(LEA, id, ADA.tag(path(id)), "lea").then().statusCode(200);

        assertThat(ask("""
                SELECT string_agg(concat_ws(' ', owner_id, owner, by_id, reason), ', ' ORDER BY valid_from) FROM case_owner
                """)).isEqualTo("ada Ada, ben Ben ada On leave, lea Lea lea On leave");
        assertThat(ask("""
                SELECT bool_and(valid_to IS NOT DISTINCT FROM following) FROM (
                    SELECT valid_to, lead(valid_from) OVER (ORDER BY valid_from) AS following FROM case_owner) stretches
                """)).as("without a gap").isEqualTo("t");
        assertThat(ask("SELECT string_agg(concat_ws(' ', actor, said.reason), ', ' ORDER BY at)"
                        + " FROM audit JOIN audit_reason said ON audit_id = id WHERE action = 'case.change-owner'"))
                .isEqualTo("ada On leave, lea On leave");
    }

    @Test
    void to_whom_it_belongs_already_it_goes_without_effect() {
        UUID id = ADA.opensCase(Sent.enquiry().put()).get(0);
        String tag = ADA.tag(path(id));

        gives(ADA, id, tag, "ada").then().statusCode(200).header("ETag", tag);

        assertThat(ask("SELECT count(*) FROM case_owner")).isEqualTo("1");
    }

    @Test
    void only_an_adviser_or_a_lead_who_works_here_may_have_it() {
        RealmPeople.employs("ana", "analyst");
        RealmPeople.employs("gone", "adviser");
        RealmPeople.disables("gone");
        new Staff("ana", "analyst").get("/v1/code-lists/theme").then().statusCode(200);
        UUID id = ADA.opensCase(Sent.enquiry().put()).get(0);
        String tag = ADA.tag(path(id));

        for (String nobody : List.of("ana", "gone", "no-such-person")) {
            gives(ADA, id, tag, nobody).then().statusCode(422).body("type", endsWith("wrong-owner"));
        }
        assertThat(ADA.sees(path(id)).<String>path("ownerId")).isEqualTo("ada");
    }

    @Test
    void it_is_given_on_what_one_has_read_and_with_a_reason() {
        UUID id = ADA.opensCase(Sent.enquiry().put()).get(0);
        String tag = ADA.tag(path(id));
        gives(ADA, id, tag, "ben").then().statusCode(200);

        gives(LEA, id, tag, "lea")
                .then()
                .statusCode(412)
                .body("type", endsWith("stale"))
                .body("detail", containsString("now different: ownerId"));
        ADA.calls()
                .body(Map.of("ownerId", "lea", "reason", "x"))
                .put(path(id) + "/owner")
                .then()
                .statusCode(428);
        ADA.calls()
                .header("If-Match", ADA.tag(path(id)))
                .body(Map.of("ownerId", "lea", "reason", " "))
                .put(path(id) + "/owner")
                .then()
                .statusCode(400);
        gives(ADA, UUID.randomUUID(), tag, "ben").then().statusCode(404);
    }

    @Test
    void a_closed_case_keeps_its_owner() {
        UUID id = ADA.opensCase(Sent.enquiry().put()).get(0);
        ADA.closes(id).then().statusCode(200);

        gives(ADA, id, ADA.tag(path(id)), "ben").then().statusCode(409).body("type", endsWith("case-closed"));
    }

    @Test
    void of_two_who_give_it_at_once_one_does() {
        UUID id = ADA.opensCase(Sent.enquiry().put()).get(0);
        String tag = ADA.tag(path(id));

        List<Integer> answers = Together.run(
                6, i -> gives(ADA, id, tag, i % 2 == 0 ? "ben" : "lea").statusCode());

        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
        assertThat(ask("SELECT count(*) FROM case_owner WHERE valid_to IS NULL"))
                .isEqualTo("1");
    }

    @Test
    void a_message_that_comes_as_the_case_changes_hands_waits_for_the_new_owner() {
        Sent sent = Sent.enquiry().put();
        UUID id = ADA.opensCase(sent).get(0);
        String tag = ADA.tag(path(id));

        List<Integer> answers = Together.run(4, i -> {
            if (i == 0) {
                return gives(ADA, id, tag, "ben").statusCode();
            }
            sent.write("Message " + i);
            return 200;
        });

        assertThat(answers).containsOnly(200);
        assertThat(ask("SELECT owner_kind || ' ' || owner_id FROM conversation"))
                .isEqualTo("adviser ben");
    }

    @Test
    void a_lead_gives_all_open_cases_of_somebody_to_another() {
        var open = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            open.add(ADA.opensCase(Sent.enquiry().put()).get(0));
        }
        UUID closed = ADA.opensCase(Sent.enquiry().put()).get(0);
        ADA.closes(closed).then().statusCode(200);
        UUID bens = BEN.opensCase(Sent.enquiry().put()).get(0);

        var done = reassigns(LEA, "ada", "lea");

        done.then().statusCode(200);
        assertThat(done.<Integer>path("moved")).isEqualTo(3);
        assertThat(done.<Integer>path("left")).isEqualTo(0);
        assertThat(ids("ownerId=lea"))
                .containsExactlyInAnyOrderElementsOf(
                        open.stream().map(UUID::toString).toList());
        assertThat(ids("ownerId=ada")).containsExactly(closed.toString());
        assertThat(ids("ownerId=ben")).containsExactly(bens.toString());
        assertThat(ask("SELECT count(*) FROM conversation WHERE owner_id = 'lea'"))
                .isEqualTo("3");
        assertThat(ask("SELECT count(*) FROM case_owner WHERE owner_id = 'lea' AND by_id = 'lea' AND reason = 'Left'"))
                .isEqualTo("3");
        assertThat(ask("SELECT string_agg(DISTINCT action || ' ' || said.reason, ', ')"
                        + " FROM audit JOIN audit_reason said ON audit_id = id WHERE said.reason = 'Left'"))
                .isEqualTo("case.change-owner Left");
    }

    /** A front end calls again while some are left: it would never come to an end. */
    @Test
    void what_the_next_owner_must_see_nothing_of_stays_and_is_not_left_for_another_call() {
        UUID goes = ADA.opensCase(Sent.enquiry().put()).get(0);
        UUID stays = ADA.opensCase(Sent.enquiry().put()).get(0);
        LEA.keepsOut(BEN, ADA.sees(path(stays)).path("childId"), "his sister is the foster carer");

        var done = reassigns(LEA, "ada", "ben");

        assertThat(done.<Integer>path("moved")).isEqualTo(1);
        assertThat(done.<Integer>path("left")).isEqualTo(0);
        assertThat(ids("ownerId=ben")).containsExactly(goes.toString());
        assertThat(ids("ownerId=ada")).containsExactly(stays.toString());
    }

    @Test
    void from_somebody_who_was_never_here_nothing_is_reassigned() {
        ADA.opensCase(Sent.enquiry().put());

        reassigns(LEA, "aad", "ben").then().statusCode(422).body("type", endsWith("wrong-colleague"));
    }

    @Test
    void the_same_key_answers_the_same_and_moves_no_more() {
        ADA.opensCase(Sent.enquiry().put());
        String key = UUID.randomUUID().toString();
        var body = Map.of("fromId", "ada", "toId", "ben", "reason", "Left");
        LEA.calls().header("Idempotency-Key", key).body(body).post("/v1/case-reassignments");
        ADA.opensCase(Sent.enquiry().put());

        var again = LEA.calls().header("Idempotency-Key", key).body(body).post("/v1/case-reassignments");

        assertThat(again.<Integer>path("moved")).isEqualTo(1);
        assertThat(ids("ownerId=ada")).hasSize(1);
    }

    @Test
    void cases_are_reassigned_by_a_lead_and_to_somebody_who_may_have_them() {
        ADA.opensCase(Sent.enquiry().put());

        reassigns(ADA, "ada", "ben").then().statusCode(403);
        reassigns(LEA, "ada", "no-such-person").then().statusCode(422).body("type", endsWith("wrong-owner"));
        reassigns(LEA, "ada", "ada").then().statusCode(422).body("type", endsWith("wrong-owner"));
        LEA.calls()
                .body(Map.of("fromId", "ada", "toId", "ben", "reason", "Left"))
                .post("/v1/case-reassignments")
                .then()
                .statusCode(400)
                .body("type", endsWith("idempotency-key-missing"));
        assertThat(ids("ownerId=ada")).hasSize(1);
    }

    private static List<String> ids(String query) {
        return LEA.sees("/v1/cases?" + query).path("items.id");
    }

    private static Response gives(Staff person, UUID id, String tag, String ownerId) {
        return person.calls()
                .header("If-Match", tag)
                .body(Map.of("ownerId", ownerId, "reason", "On leave"))
                .put(path(id) + "/owner");
    }

    private static Response reassigns(Staff person, String fromId, String toId) {
        return person.creates()
                .body(Map.of("fromId", fromId, "toId", toId, "reason", "Left"))
                .post("/v1/case-reassignments");
    }

    private static String path(UUID id) {
        return "/v1/cases/" + id;
    }
}
