package uk.helpathand.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.platform.fixture.Columns;

/** One of two children of an enquiry was erased: their block is gone, and what was said of both in one breath waits for people. */
@QuarkusTest
class RedactionTest extends ServiceTest {

    private Sent sent;
    private UUID staysCase;

    @BeforeEach
    void one_of_two_is_erased() {
        sent = Sent.byAdult(2).withReferral();
        sent.happening = "Robin0 and Robin1 are to be moved apart";
        sent.wanted = "Robin0 wants to stay with Robin1";
        sent.put();
        List<UUID> cases = ADA.opensCase(sent);
        UUID goes = UUID.fromString(ADA.sees("/v1/cases/" + cases.get(0)).path("childId"));
        staysCase = cases.get(1);
        ADA.closes(cases.get(0)).then().statusCode(200);
        String erasure = ErasureTest.proposes(ADA, goes).path("id");
        ErasureTest.approves(LEA, erasure).then().statusCode(200);
        ErasureTest.done(erasure);
    }

    @Test
    void the_block_is_gone_and_the_rest_stays_with_the_other_child() {
        var enquiry = BEN.sees("/v1/enquiries/" + sent.id);

        assertThat(enquiry.<List<String>>path("referral.children.name")).containsExactly("Robin1");
        assertThat(enquiry.<List<Object>>path("children")).hasSize(1);
        assertThat(BEN.sees("/v1/cases/" + staysCase).<String>path("status")).isEqualTo("open");
        assertThat(ask("SELECT string_agg(subject_kind, ' ' ORDER BY subject_kind) FROM data_key"))
                .isEqualTo("child enquiry");
        assertThat(FakeContactService.calls("/erasure")
                        .get(0)
                        .body()
                        .get("whole")
                        .asBoolean())
                .isFalse();
        assertThat(BEN.sees("/v1/redactions").<List<String>>path("items.enquiryId"))
                .containsExactly(sent.id.toString());
    }

    @Test
    void one_proposes_another_agrees_and_the_words_are_no_more() {
        String path = path();
        var texts = BEN.sees(path);
        assertThat(texts.<List<String>>path("texts.name"))
                .startsWith("wanted", "tried", "event 1", "message " + sent.messageId);

        proposes(
                        BEN,
                        Map.of("name", "wanted", "text", "to stay with Robin1"),
                        Map.of("name", "tried", "text", "Rang twice"),
                        Map.of("name", "event 1", "text", "a move \ud83d\ude9a"),
                        Map.of("name", "message " + sent.messageId, "text", "Robin1 is to be moved"))
                .then()
                .statusCode(200)
                .body("status", equalTo("proposed"))
                .body("texts[0].text", equalTo("Robin0 wants to stay with Robin1"))
                .body("texts[0].proposed", equalTo("to stay with Robin1"))
                .body("texts[1].proposed", equalTo("Rang twice"));
        approves(BEN).then().statusCode(422).body("type", endsWith("same-person"));
        approves(ADA).then().statusCode(200).body("status", equalTo("done")).body("texts", equalTo(List.of()));

        var enquiry = BEN.sees("/v1/enquiries/" + sent.id);
        assertThat(enquiry.<String>path("happening")).isEqualTo("Robin1 is to be moved");
        assertThat(enquiry.<String>path("wanted")).isEqualTo("to stay with Robin1");
        assertThat(enquiry.<String>path("referral.tried")).isEqualTo("Rang twice");
        assertThat(enquiry.<String>path("referral.events[0].what")).isEqualTo("a move \ud83d\ude9a");
        assertThat(enquiry.<String>path("referral.events[0].on")).isEqualTo("2026-11-27");
        var message = BEN.sees("/v1/conversations/" + sent.conversationId + "/messages");
        assertThat(message.<String>path("items[0].redactedAt")).isNotNull();
        assertThat(Columns.dump()).doesNotContain("Robin0", "moved apart");
        assertThat(BEN.sees("/v1/redactions").<List<String>>path("items")).isEmpty();
        assertThat(ask("SELECT string_agg(actor || ' ' || action, ', ' ORDER BY at, id) FROM audit"
                        + " WHERE action IN ('enquiry.propose-redaction', 'enquiry.redact')"))
                .isEqualTo("ben enquiry.propose-redaction, ada enquiry.redact");
        assertThat(ask("SELECT actor FROM audit WHERE outcome = 'refused' AND action LIKE '%approval'"))
                .as("who would have decided alone")
                .isEqualTo("ben");
        proposes(BEN).then().statusCode(409).body("type", endsWith("erasure-decided"));
    }

    @Test
    void whoever_agrees_agrees_to_what_they_have_read() {
        proposes(BEN, Map.of("name", "wanted", "text", "to stay")).then().statusCode(200);
        String read = ADA.tag(path());
        proposes(BEN, Map.of("name", "wanted", "text", "to go")).then().statusCode(200);

        ADA.calls().header("If-Match", read).post(path() + "/approval").then().statusCode(412);
        ADA.calls().post(path() + "/approval").then().statusCode(428);
        assertThat(BEN.sees(path()).<String>path("texts[0].proposed")).isEqualTo("to go");
    }

    @Test
    void nothing_is_agreed_before_somebody_proposed_and_only_its_own_texts_count() {
        approves(ADA).then().statusCode(422).body("type", endsWith("wrong-texts"));
        proposes(BEN, Map.of("name", "message " + UUID.randomUUID(), "text", "x"))
                .then()
                .statusCode(422)
                .body("type", endsWith("wrong-texts"));
        proposes(BEN).then().statusCode(200);
        approves(ADA).then().statusCode(200);
        assertThat(BEN.sees("/v1/enquiries/" + sent.id).<String>path("wanted"))
                .as("looked at by two, nothing had to go")
                .isEqualTo(sent.wanted);
    }

    @Test
    void with_its_last_child_all_of_it_goes() {
        ADA.closes(staysCase).then().statusCode(200);
        UUID last = UUID.fromString(ADA.sees("/v1/cases/" + staysCase).path("childId"));
        String erasure = ErasureTest.proposes(ADA, last).path("id");
        ErasureTest.approves(LEA, erasure).then().statusCode(200);
        ErasureTest.done(erasure);

        assertThat(ask("SELECT count(*) FROM enquiry")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM data_key")).isEqualTo("0");
        assertThat(Columns.dump()).doesNotContain("Robin");
    }

    private static String path() {
        return "/v1/redactions/" + ask("SELECT id FROM redaction");
    }

    private static Response proposes(Staff who, Object... texts) {
        return who.calls()
                .header("If-Match", who.tag(path()))
                .body(Map.of("texts", List.of(texts)))
                .put(path());
    }

    private static Response approves(Staff who) {
        return who.calls().header("If-Match", who.tag(path())).post(path() + "/approval");
    }
}
