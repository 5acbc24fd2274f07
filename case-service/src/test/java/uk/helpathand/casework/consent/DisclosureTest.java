package uk.helpathand.casework.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static uk.helpathand.casework.consent.Agreeing.consent;
import static uk.helpathand.casework.consent.Agreeing.disclosure;
import static uk.helpathand.casework.consent.Agreeing.with;
import static uk.helpathand.casework.consent.Agreeing.withoutConsent;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.TestClock;

/** What of a case goes to a body outside is checked at that moment, and on record. */
@QuarkusTest
class DisclosureTest extends ServiceTest {

    @Test
    void what_a_consent_covers_is_shared_and_on_record() {
        Agreeing child = Agreeing.child();
        String consentId = child.agrees(consent());

        Response shared = child.shares(with(disclosure(consentId), "bodyName", "  essex  county COUNCIL"));

        shared.then().statusCode(201).header("Location", nullValue());
        LEA.sees(child.disclosures())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0]", equalTo(shared.path("$")))
                .body("items[0].bodyKind", equalTo("local-authority"))
                .body("items[0].what", equalTo(List.of("what-happened")))
                .body("items[0].by", equalTo("phone"))
                .body("items[0].basis", equalTo("consent"))
                .body("items[0].consentId", equalTo(consentId))
                .body("items[0].reason", nullValue())
                .body("items[0].childTold", equalTo("yes"))
                .body("items[0].recordedBy", equalTo("Ada"));
        assertThat(ask("SELECT string_agg(action || ' ' || actor, ',' ORDER BY at) FROM audit"
                        + " WHERE action LIKE 'case.%disclos%' AND subject_ids = ARRAY['" + child.caseId
                        + "']::uuid[]"))
                .isEqualTo("case.disclose ada,case.read-disclosures lea");
    }

    @Test
    void without_consent_it_needs_a_reason_and_waits_for_nothing() {
        Agreeing child = Agreeing.child();
        var body = withoutConsent();
        body.put("childTold", "not-yet-because");
        body.put("whyNotTold", "He reads her phone 📱 – الليلة");

        child.shares(body).then().statusCode(201);

        ADA.sees(child.disclosures())
                .then()
                .body("items[0].basis", equalTo("without-consent"))
                .body("items[0].reason", equalTo("She may be hurt tonight"))
                .body("items[0].whyNotTold", equalTo("He reads her phone 📱 – الليلة"))
                .body("items[0].consentId", nullValue());
        assertThat(ask("SELECT reason FROM audit WHERE action = 'case.disclose'"))
                .as("it would outlive the record")
                .isNull();
    }

    @Test
    void a_consent_that_was_taken_back_covers_nothing_from_that_moment_on() {
        Agreeing child = Agreeing.child();
        String consentId = child.agrees(consent());
        child.shares(disclosure(consentId)).then().statusCode(201);
        child.withdraws(consentId).then().statusCode(200);

        child.shares(disclosure(consentId)).then().statusCode(409).body("type", endsWith("consent-withdrawn"));

        assertThat(ask("SELECT count(*) FROM disclosure")).isEqualTo("1");
    }

    @Test
    void a_consent_covers_until_its_last_day_in_london_is_over() {
        Agreeing child = Agreeing.child();
        TestClock.moveTo(Instant.parse("2026-06-10T10:00:00Z"));
        String consentId = child.agrees(with(consent(), "validUntil", "2026-06-30"));

        TestClock.moveTo(Instant.parse("2026-06-30T22:59:30Z"));
        child.shares(disclosure(consentId)).then().statusCode(201);
        TestClock.moveTo(Instant.parse("2026-06-30T23:00:30Z"));
        child.shares(disclosure(consentId)).then().statusCode(409).body("type", endsWith("consent-past"));

        assertThat(ask("SELECT count(*) FROM disclosure")).isEqualTo("1");
    }

    @Test
    void a_consent_covers_its_body_and_no_other() {
        Agreeing child = Agreeing.child();
        String consentId = child.agrees(consent());

        isNotCovered(child.shares(with(disclosure(consentId), "bodyName", "Kent County Council")), "another body");
        isNotCovered(child.shares(with(disclosure(consentId), "bodyKind", "police")), "another body");
    }

    @Test
    void a_consent_covers_what_it_names_and_the_whole_record_covers_all() {
        Agreeing child = Agreeing.child();
        String some = child.agrees(with(consent(), "what", List.of("what-happened", "wishes")));
        String whole = child.agrees(with(consent(), "what", List.of("whole-record")));

        child.shares(with(disclosure(some), "what", List.of("wishes"))).then().statusCode(201);
        child.shares(with(disclosure(some), "what", List.of("wishes", "what-happened")))
                .then()
                .statusCode(201);
        isNotCovered(child.shares(with(disclosure(some), "what", List.of("wishes", "contact-details"))), "holds more");
        isNotCovered(child.shares(with(disclosure(some), "what", List.of("whole-record"))), "holds more");
        child.shares(with(disclosure(whole), "what", List.of("contact-details")))
                .then()
                .statusCode(201);
        child.shares(with(disclosure(whole), "what", List.of("whole-record")))
                .then()
                .statusCode(201);
        assertThat(ask("SELECT count(*) FROM disclosure")).isEqualTo("4");
    }

    @Test
    void a_consent_of_another_child_is_none() {
        Agreeing child = Agreeing.child();
        String others = Agreeing.child().agrees(consent());

        Response ofAnother = child.shares(disclosure(others));
        Response absent = child.shares(disclosure(UUID.randomUUID().toString()));

        isNotCovered(ofAnother, "no consent of this child");
        assertThat(ofAnother.asString()).isEqualTo(absent.asString());
    }

    @Test
    void each_basis_has_what_belongs_to_it_and_nothing_else() {
        Agreeing child = Agreeing.child();
        String id = child.agrees(consent());
        for (Map<String, Object> bad : List.of(
                with(disclosure(id), "consentId", null),
                with(disclosure(id), "reason", "She may be hurt tonight"),
                with(disclosure(id), "basis", "because"),
                with(disclosure(id), "basis", null),
                with(disclosure(id), "by", "pigeon"),
                with(disclosure(id), "what", List.of()),
                with(disclosure(id), "bodyName", ""),
                with(disclosure(id), "childTold", null),
                with(disclosure(id), "childTold", "not-yet-because"),
                with(disclosure(id), "whyNotTold", "He reads her phone"),
                with(disclosure(id), "at", "2026-01-01T00:00:00Z"),
                with(withoutConsent(), "consentId", id),
                with(withoutConsent(), "reason", null),
                with(withoutConsent(), "reason", "  at risk  "),
                with(withoutConsent(), "reason", "x".repeat(4_001)))) {
            assertThat(child.shares(bad).statusCode()).as(bad.toString()).isEqualTo(400);
        }
        assertThat(ask("SELECT count(*) FROM disclosure")).isEqualTo("0");
    }

    @Test
    void the_same_key_is_one_disclosure_and_a_refused_one_may_be_tried_again() {
        Agreeing child = Agreeing.child();
        String consentId = child.agrees(consent());
        String key = '"' + UUID.randomUUID().toString() + '"';
        var calls = List.of(
                with(disclosure(consentId), "bodyName", "Kent County Council"),
                disclosure(consentId),
                disclosure(consentId));

        List<Response> answers = calls.stream()
                .map(body ->
                        ADA.calls().header("Idempotency-Key", key).body(body).post(child.disclosures()))
                .toList();

        assertThat(answers.stream().map(Response::statusCode)).containsExactly(422, 201, 201);
        assertThat(answers.get(2).asString()).isEqualTo(answers.get(1).asString());
        assertThat(ask("SELECT count(*) FROM disclosure")).isEqualTo("1");
        ADA.calls().body(withoutConsent()).post(child.disclosures()).then().statusCode(400);
    }

    @Test
    void a_closed_case_is_shared_as_well_and_all_is_listed_newest_first() {
        Agreeing child = Agreeing.child();
        ADA.closes(child.caseId).then().statusCode(200);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.add(
                    0,
                    child.shares(withoutConsent())
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id"));
        }

        var seen = new ArrayList<String>();
        String after = "";
        do {
            Response page = ADA.sees(child.disclosures() + "?limit=2" + after);
            seen.addAll(page.path("items.id"));
            after = page.path("next") == null ? null : "&after=" + page.path("next");
        } while (after != null);
        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void of_a_case_that_is_hidden_nothing_is_there_and_nothing_is_shared() {
        Agreeing child = Agreeing.child();
        LEA.keepsOut(BEN, child.childId, "his sister is the foster carer");
        String nothing = "/v1/cases/" + UUID.randomUUID() + "/disclosures";

        Response hidden = BEN.get(child.disclosures());
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.asString()).isEqualTo(BEN.get(nothing).asString());
        assertThat(child.shares(BEN, withoutConsent()).asString())
                .isEqualTo(BEN.creates().body(withoutConsent()).post(nothing).asString());
        assertThat(ask("SELECT count(*) FROM disclosure")).isEqualTo("0");
    }

    @Test
    void whoever_sees_no_person_shares_none() {
        Agreeing child = Agreeing.child();
        for (String role : List.of("analyst", "auditor", "administrator", "handover")) {
            var sam = new Staff("sam", role);
            sam.get(child.disclosures()).then().statusCode(403);
            child.shares(sam, withoutConsent()).then().statusCode(403);
        }
    }

    private static void isNotCovered(Response refused, String why) {
        refused.then()
                .statusCode(422)
                .body("type", endsWith("consent-does-not-cover"))
                .body("detail", containsString(why));
    }
}
