package uk.helpathand.casework.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static uk.helpathand.casework.consent.Agreeing.consent;
import static uk.helpathand.casework.consent.Agreeing.with;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.Together;

/** What of a child may be shared with whom is written down, and taken back. */
@QuarkusTest
class ConsentTest extends ServiceTest {

    @Test
    void a_consent_stands_as_it_was_given() {
        Agreeing child = Agreeing.child();
        TestClock.moveTo(Instant.parse("2026-06-10T10:00:00Z"));
        var body = with(consent(), "what", List.of("what-happened", "wishes", "wishes"));
        body.put("validUntil", "2026-12-31");
        body.put("givenAt", "2026-06-01T08:30:00.123456789Z");

        Response given = child.tryConsent(body);

        given.then().statusCode(201).header("Location", nullValue());
        Response list = LEA.sees(child.consents());
        assertThat(list.<Map<String, Object>>path("items[0]")).isEqualTo(given.path("$"));
        list.then()
                .body("items.size()", equalTo(1))
                .body("items[0].givenBy", equalTo("parent"))
                .body("items[0].bodyKind", equalTo("local-authority"))
                .body("items[0].bodyName", equalTo(Agreeing.COUNCIL))
                .body("items[0].validUntil", equalTo("2026-12-31"))
                .body("items[0].givenAt", equalTo("2026-06-01T08:30:00.123456Z"))
                .body("items[0].explained", containsString("they can stop it"))
                .body("items[0].recordedBy", equalTo("Ada"))
                .body("items[0].recordedAt", startsWith("2026-06-10T10:00"))
                .body("items[0].withdrawnAt", nullValue())
                .body("items[0].inForce", equalTo(true));
        assertThat(list.<List<String>>path("items[0].what")).containsExactly("wishes", "what-happened");
        assertThat(ask("SELECT string_agg(action || ' ' || actor, ',' ORDER BY at) FROM audit"
                        + " WHERE action LIKE 'child.%consent%' AND subject_ids = ARRAY['" + child.childId
                        + "']::uuid[]"))
                .isEqualTo("child.record-consent ada,child.read-consents lea");
    }

    @Test
    void current_and_past_ones_are_there_newest_first_page_by_page() {
        Agreeing child = Agreeing.child();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var ids = new ArrayList<String>();
        for (int daysAgo : new int[] {3, 1, 2, 2, 5}) {
            String givenAt = now.minus(Duration.ofDays(daysAgo)).toString();
            ids.add(child.agrees(with(consent(), "givenAt", givenAt)));
        }
        child.withdraws(ids.get(1)).then().statusCode(200);

        var seen = new ArrayList<String>();
        String after = "";
        do {
            Response page = ADA.sees(child.consents() + "?limit=2" + after);
            seen.addAll(page.path("items.id"));
            after = page.path("next") == null ? null : "&after=" + page.path("next");
        } while (after != null);

        assertThat(seen).containsExactly(ids.get(1), ids.get(3), ids.get(2), ids.get(0), ids.get(4));
        assertThat(ADA.sees(child.consents()).<List<Boolean>>path("items.inForce"))
                .containsExactly(false, true, true, true, true);
        ADA.get(child.consents() + "?after=nonsense").then().statusCode(400);
    }

    @Test
    void it_is_past_once_its_last_day_in_london_is_over() {
        Agreeing child = Agreeing.child();
        TestClock.moveTo(Instant.parse("2026-06-10T10:00:00Z"));
        child.agrees(with(consent(), "validUntil", "2026-06-30"));

        TestClock.moveTo(Instant.parse("2026-06-30T22:59:30Z"));
        assertThat(ADA.sees(child.consents()).<Boolean>path("items[0].inForce")).isTrue();
        TestClock.moveTo(Instant.parse("2026-06-30T23:00:30Z"));
        assertThat(ADA.sees(child.consents()).<Boolean>path("items[0].inForce"))
                .as("summer time")
                .isFalse();
    }

    @Test
    void it_is_taken_back_at_once_and_by_the_first_who_writes_that_down() {
        Agreeing child = Agreeing.child();
        String id = child.agrees(consent());

        Response first = child.withdraws(id);
        TestClock.advance(Duration.ofMinutes(10));
        Response second = BEN.calls().post(child.withdrawal(id));

        first.then().statusCode(200);
        second.then().statusCode(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(first.<Boolean>path("inForce")).isFalse();
        assertThat(first.<String>path("withdrawnBy")).isEqualTo("Ada");
        assertThat(ADA.sees(child.consents()).<String>path("items[0].withdrawnAt"))
                .isEqualTo(first.path("withdrawnAt"));
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'child.withdraw-consent'"))
                .isEqualTo("2");
    }

    @Test
    void of_many_who_take_it_back_at_once_one_does() {
        Agreeing child = Agreeing.child();
        String id = child.agrees(consent());

        List<Response> answers =
                Together.run(8, i -> (i % 2 == 0 ? ADA : BEN).calls().post(child.withdrawal(id)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
    }

    @Test
    void the_same_key_is_one_consent_and_another_body_needs_another() {
        Agreeing child = Agreeing.child();
        String key = '"' + UUID.randomUUID().toString() + '"';
        var calls = List.of(consent(), consent(), with(consent(), "bodyName", "Kent County Council"));

        List<Response> answers = calls.stream()
                .map(body ->
                        ADA.calls().header("Idempotency-Key", key).body(body).post(child.consents()))
                .toList();

        assertThat(answers.stream().map(Response::statusCode)).containsExactly(201, 201, 422);
        assertThat(answers.get(1).asString()).isEqualTo(answers.get(0).asString());
        ADA.calls()
                .body(consent())
                .post(child.consents())
                .then()
                .statusCode(400)
                .body("type", endsWith("idempotency-key-missing"));
        assertThat(ask("SELECT count(*) FROM consent")).isEqualTo("1");
    }

    @Test
    void what_cannot_be_true_or_is_not_of_the_contract_is_refused() {
        Agreeing child = Agreeing.child();
        for (var bad : List.of(
                with(consent(), "givenBy", null),
                with(consent(), "givenBy", "neighbour"),
                with(consent(), "what", null),
                with(consent(), "what", List.of()),
                with(consent(), "what", List.of("everything")),
                with(consent(), "bodyKind", "church"),
                with(consent(), "bodyName", " "),
                with(consent(), "bodyName", "x".repeat(201)),
                with(consent(), "explained", null),
                with(consent(), "explained", "\n"),
                with(consent(), "explained", "x".repeat(4_001)),
                with(consent(), "validUntil", "2026-02-30"),
                with(consent(), "validUntil", "2020-01-01"),
                with(consent(), "validUntil", "+99999-01-01"),
                with(
                        consent(),
                        "givenAt",
                        Instant.now().plus(Duration.ofHours(1)).toString()),
                with(consent(), "givenAt", "1999-12-31T23:59:59Z"),
                with(consent(), "givenAt", "-1000000000-01-01T00:00:00Z"),
                with(consent(), "withdrawnAt", "2026-01-01T00:00:00Z"),
                with(consent(), "competenceJudgementId", child.judged(true)))) {
            assertThat(child.tryConsent(bad).statusCode()).as(bad.toString()).isEqualTo(400);
        }
        assertThat(ask("SELECT count(*) FROM consent")).isEqualTo("0");
    }

    @Test
    void words_come_back_as_they_were_written() {
        Agreeing child = Agreeing.child();
        String words = "قلت لها ما سنقوله 👩‍👧 – „gesagt“\n\tטוב";
        var body = with(consent(), "explained", words);
        body.put("bodyName", "مدرسة 🏫");
        child.agrees(body);
        ADA.creates()
                .body("{\"givenBy\":\"parent\",\"what\":[\"wishes\"],\"bodyKind\":\"school\",\"bodyName\":\"x\","
                        + "\"explained\":\"a\\u0000b\\ud800c\"}")
                .post(child.consents())
                .then()
                .statusCode(201);

        Response seen = ADA.sees(child.consents());

        assertThat(seen.<List<String>>path("items.explained")).containsExactly("a\ufffdb\ufffdc", words);
        assertThat(seen.<String>path("items[1].bodyName")).isEqualTo("مدرسة 🏫");
    }

    @Test
    void of_a_child_who_is_hidden_nothing_is_there_and_nothing_is_done() {
        Agreeing child = Agreeing.child();
        String id = child.agrees(consent());
        ADA.restricts(child.caseId, "a colleague's niece").then().statusCode(200);
        String nobody = "/v1/children/" + UUID.randomUUID();

        isAlike(BEN.get(child.consents()), BEN.get(nobody + "/consents"));
        isAlike(BEN.get(child.judgements()), BEN.get(nobody + "/competence-judgements"));
        isAlike(
                BEN.creates().body(consent()).post(child.consents()),
                BEN.creates().body(consent()).post(nobody + "/consents"));
        isAlike(BEN.calls().post(child.withdrawal(id)), BEN.calls().post(nobody + "/consents/" + id + "/withdrawal"));
        assertThat(ADA.sees(child.consents()).<List<Boolean>>path("items.inForce"))
                .containsExactly(true);
    }

    @Test
    void a_consent_of_another_child_is_not_taken_back_by_way_of_this_one() {
        Agreeing child = Agreeing.child();
        String others = Agreeing.child().agrees(consent());

        isAlike(child.withdraws(others), child.withdraws(UUID.randomUUID().toString()));

        assertThat(ask("SELECT count(*) FROM consent WHERE withdrawn_at IS NOT NULL"))
                .isEqualTo("0");
    }

    @Test
    void whoever_sees_no_person_sees_no_consent() {
        Agreeing child = Agreeing.child();
        String id = child.agrees(consent());
        for (String role : List.of("analyst", "auditor", "administrator", "handover")) {
            var sam = new Staff("sam", role);
            sam.get(child.consents()).then().statusCode(403);
            sam.creates().body(consent()).post(child.consents()).then().statusCode(403);
            sam.calls().post(child.withdrawal(id)).then().statusCode(403);
            sam.get(child.judgements()).then().statusCode(403);
        }
    }

    private static void isAlike(Response hidden, Response absent) {
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.asString()).isEqualTo(absent.asString());
    }
}
