package uk.helpathand.casework.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static uk.helpathand.casework.consent.Agreeing.consent;
import static uk.helpathand.casework.consent.Agreeing.with;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;

/** A child under 16 may decide what they understand; somebody has to have judged that, for this decision. */
@QuarkusTest
class CompetenceTest extends ServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    @BeforeEach
    void onThatDay() {
        TestClock.moveTo(Instant.parse("2026-06-10T10:00:00Z"));
    }

    @Test
    void from_sixteen_on_a_child_is_presumed_able() {
        for (int years : new int[] {16, 17, 21}) {
            Agreeing.child().bornOn(TODAY.minusYears(years)).agrees(byChild());
        }
    }

    @Test
    void the_day_before_is_too_early_and_the_day_is_londons() {
        Agreeing child = Agreeing.child().bornOn(LocalDate.of(2010, 6, 11));
        isNotShown(child.tryConsent(byChild()), "'competenceJudgementId' is missing");

        TestClock.moveTo(Instant.parse("2026-06-10T22:59:30Z"));
        child.tryConsent(byChild()).then().statusCode(422);
        TestClock.moveTo(Instant.parse("2026-06-10T23:00:30Z"));
        child.agrees(byChild());
        child.tryConsent(with(byChild(), "givenAt", "2026-06-10T10:00:00Z"))
                .then()
                .statusCode(422);
    }

    @Test
    void of_unknown_age_a_child_is_judged_or_their_age_becomes_known() {
        Agreeing child = Agreeing.child();
        isNotShown(child.tryConsent(byChild()), "or else the child's date of birth");

        child.agrees(with(byChild(), "competenceJudgementId", child.judged(true)));
        child.bornOn(TODAY.minusYears(17)).agrees(byChild());

        assertThat(ask("SELECT count(*) FROM consent")).isEqualTo("2");
    }

    @Test
    void one_judgement_serves_the_consents_that_name_it_and_no_other() {
        Agreeing child = Agreeing.child().bornOn(TODAY.minusYears(13));
        String able = child.judged(true);
        var body = with(byChild(), "competenceJudgementId", able);

        child.agrees(body);
        child.agrees(with(body, "bodyName", "Kent County Council"));
        isNotShown(child.tryConsent(byChild()), "is missing");

        assertThat(ADA.sees(child.consents()).<List<String>>path("items.competenceJudgementId"))
                .containsExactly(able, able);
    }

    @Test
    void a_judgement_of_another_child_or_that_says_no_shows_nothing() {
        Agreeing child = Agreeing.child().bornOn(TODAY.minusYears(13));
        String others = Agreeing.child().judged(true);

        Response ofAnother = child.tryConsent(with(byChild(), "competenceJudgementId", others));
        Response absent = child.tryConsent(with(byChild(), "competenceJudgementId", UUID.randomUUID()));
        isNotShown(ofAnother, "no judgement of this child");
        assertThat(ofAnother.asString()).isEqualTo(absent.asString());
        isNotShown(
                child.tryConsent(with(byChild(), "competenceJudgementId", child.judged(false))),
                "could not decide this");
        assertThat(ask("SELECT count(*) FROM consent")).isEqualTo("0");
    }

    @Test
    void from_sixteen_on_a_judgement_that_is_named_still_has_to_say_able() {
        Agreeing child = Agreeing.child().bornOn(TODAY.minusYears(17));

        isNotShown(
                child.tryConsent(with(byChild(), "competenceJudgementId", child.judged(false))),
                "could not decide this");
    }

    @Test
    void a_judgement_stands_as_it_was_made_by_whom() {
        Agreeing child = Agreeing.child();
        String own = child.judged(true);
        var body = judgement();
        body.put("judgedBy", "Dr Sam Example, GP 🩺");
        body.put("judgedAt", "2026-06-09T10:00:00Z");
        body.put("able", false);

        Response made = ADA.creates().body(body).post(child.judgements());

        made.then().statusCode(201).header("Location", nullValue());
        ADA.sees(child.judgements())
                .then()
                .body("items.id", equalTo(List.of(own, made.path("id"))))
                .body("items.able", equalTo(List.of(true, false)))
                .body("items.judgedBy", equalTo(List.of("Ada", "Dr Sam Example, GP 🩺")))
                .body("items[1].decision", equalTo(body.get("decision")))
                .body("items[1].how", equalTo(body.get("how")))
                .body("items[1].judgedAt", equalTo("2026-06-09T10:00:00Z"))
                .body("items[1].recordedBy", equalTo("Ada"));
        assertThat(ask("SELECT string_agg(coalesce(judged_by_id, '-'), ',' ORDER BY judged_at)"
                        + " FROM competence_judgement"))
                .isEqualTo("-,ada");
        assertThat(ask("SELECT string_agg(coalesce(judged_by, '-'), ',' ORDER BY judged_at) FROM competence_judgement"))
                .as("a name, so it is sealed")
                .isEqualTo("-,Ada");
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'child.judge-competence'"))
                .isEqualTo("2");
    }

    @Test
    void the_same_key_is_one_judgement() {
        Agreeing child = Agreeing.child();
        String key = '"' + UUID.randomUUID().toString() + '"';
        for (int i = 0; i < 2; i++) {
            ADA.calls()
                    .header("Idempotency-Key", key)
                    .body(judgement())
                    .post(child.judgements())
                    .then()
                    .statusCode(201);
        }
        assertThat(ask("SELECT count(*) FROM competence_judgement")).isEqualTo("1");
    }

    @Test
    void a_judgement_about_nothing_or_of_tomorrow_is_none() {
        Agreeing child = Agreeing.child();
        for (Map<String, Object> bad : List.of(
                with(judgement(), "decision", null),
                with(judgement(), "decision", " "),
                with(judgement(), "able", null),
                with(judgement(), "able", "perhaps"),
                with(judgement(), "how", ""),
                with(judgement(), "judgedBy", "x".repeat(201)),
                with(judgement(), "judgedAt", "2026-06-10T11:00:00Z"))) {
            assertThat(ADA.creates().body(bad).post(child.judgements()).statusCode())
                    .as(bad.toString())
                    .isEqualTo(400);
        }
        assertThat(ask("SELECT count(*) FROM competence_judgement")).isEqualTo("0");
    }

    private static Map<String, Object> byChild() {
        return with(consent(), "givenBy", "child");
    }

    private static Map<String, Object> judgement() {
        return new HashMap<>(Map.of(
                "decision",
                "Whether the school is told",
                "able",
                true,
                "how",
                "قالت ماذا سيحدث: she said what would happen"));
    }

    private static void isNotShown(Response refused, String missing) {
        refused.then()
                .statusCode(422)
                .body("type", endsWith("competence-not-shown"))
                .body("detail", containsString(missing));
    }
}
