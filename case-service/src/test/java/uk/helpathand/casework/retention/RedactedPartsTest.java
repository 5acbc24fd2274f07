package uk.helpathand.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.fixture.Columns;
import uk.helpathand.platform.time.Ids;

/**
 * What stands beside the messages and may be about both of two children of whom one was erased: what was told after sending, the
 * next step, words about safe contact, notes beside return codes.
 */
@QuarkusTest
class RedactedPartsTest extends ServiceTest {

    private static final String GONE = "Robin0";

    private Sent sent;
    private UUID details;

    @BeforeEach
    void one_of_two_is_erased_and_words_about_both_stand_everywhere() {
        sent = Sent.byAdult(2).withReferral();
        sent.safeContact = wish(1, "Never when Robin0 is in", "Robin0 left a book here");
        sent.put();
        details = Ids.next();
        Sent.handOver(
                        "/v1/enquiries/" + sent.id + "/details/" + details,
                        new DetailsHandover(
                                Instant.now(),
                                "Robin0 and Robin1",
                                "Robin0 is 14",
                                "Robin0's is Leeds",
                                "with Robin0",
                                "Robin0's teacher",
                                "Robin0 speaks Polish",
                                "Robin0 cannot hear"))
                .then()
                .statusCode(204);
        List<UUID> cases = ADA.opensCase(sent);
        UUID goes = UUID.fromString(ADA.sees("/v1/cases/" + cases.get(0)).path("childId"));
        ADA.closes(cases.get(0)).then().statusCode(200);
        setsNextStep("We ring the school of Robin0 and Robin1");
        ADA.creates()
                .body(Map.of("reason", "SEEN_BY_SOMEBODY", "note", "The father of Robin0 has it"))
                .post("/v1/conversations/" + sent.conversationId + "/code-revocations")
                .then()
                .statusCode(201);
        ADA.creates()
                .header("If-Match", ADA.tag("/v1/conversations/" + sent.conversationId + "/verification"))
                .body(Map.of(
                        "checks",
                        List.of(
                                Map.of("question", "what-about", "matched", true),
                                Map.of("question", "when-wrote", "matched", true),
                                Map.of("question", "what-wanted", "matched", true)),
                        "note",
                        "Sounded like Robin0"))
                .post("/v1/conversations/" + sent.conversationId + "/return-codes")
                .then()
                .statusCode(201);
        String erasure = ErasureTest.proposes(ADA, goes).path("id");
        ErasureTest.approves(LEA, erasure).then().statusCode(200);
        ErasureTest.done(erasure);
        Wait.until("nothing is owed", () -> "0".equals(ask("SELECT count(*) FROM outbox")));
        FakeContactService.reset();
    }

    @Test
    void each_of_them_is_there_by_its_name() {
        assertThat(names())
                .contains(
                        "details " + details + " name",
                        "details " + details + " age",
                        "details " + details + " council",
                        "details " + details + " lives-in",
                        "details " + details + " helped-by",
                        "details " + details + " language",
                        "details " + details + " needs",
                        "next-step",
                        "safe-note",
                        "cover-words",
                        "code-revocation " + ask("SELECT id FROM code_revocation"),
                        "code-reissue " + ask("SELECT id FROM code_reissue"));
    }

    @Test
    void nothing_names_who_was_erased_once_it_is_agreed_and_contact_service_hears_of_it() {
        proposes(BEN, without(GONE)).then().statusCode(200);
        assertThat(proposed("next-step")).isEqualTo("We ring the school of  and Robin1");
        assertThat(ask("SELECT count(*) FROM redaction_part WHERE text LIKE '%Robin1%'"))
                .as("proposals of what is sealed are sealed")
                .isEqualTo("1");

        approves(ADA).then().statusCode(200).body("status", equalTo("done"));

        assertThat(staffSee()).doesNotContain(GONE).contains("We ring the school of  and Robin1", "Never when  is in");
        assertThat(Columns.dump()).doesNotContain(GONE);
        Wait.until("nothing is owed", () -> "0".equals(ask("SELECT count(*) FROM outbox")));
        var words = FakeContactService.calls("/redacted-words").get(0).body();
        assertThat(words.path("version").asLong()).isEqualTo(1);
        assertThat(words.path("safeNote").asText()).isEqualTo("Never when  is in");
        assertThat(words.path("coverWords").asText()).isEqualTo(" left a book here");
        assertThat(Instant.parse(words.path("readAt").asText())).isBefore(Instant.now());
        assertThat(FakeContactService.calls("/progress")
                        .get(0)
                        .body()
                        .path("nextStep")
                        .asText())
                .isEqualTo("We ring the school of  and Robin1");
        assertThat(FakeContactService.calls().toString()).doesNotContain(GONE);
    }

    @Test
    void an_empty_text_goes() {
        var empty = new ArrayList<Map<String, String>>();
        names().stream()
                .filter(name -> name.startsWith("details")
                        || name.startsWith("code-")
                        || List.of("next-step", "safe-note", "cover-words").contains(name))
                .forEach(name -> empty.add(Map.of("name", name, "text", " ")));
        proposes(BEN, empty).then().statusCode(200);
        assertThat(proposed("safe-note")).isEmpty();

        approves(ADA).then().statusCode(200);

        assertThat(ask("SELECT concat(name, age, council, lives_in, helped_by, language, needs) FROM enquiry_details"))
                .isEmpty();
        assertThat(ask("SELECT concat(progress_next_step, safe_note, cover_words) FROM conversation"))
                .isEmpty();
        assertThat(ask("SELECT concat(r.note, i.note) FROM code_revocation r, code_reissue i"))
                .isEmpty();
        assertThat(ADA.sees(thread("/contact-state")).<String>path("wished.number"))
                .as("how they are reached stays")
                .isEqualTo("07700 900123");
    }

    @Test
    void what_is_written_anew_since_somebody_proposed_stays_and_is_read_by_whoever_agrees() {
        proposes(BEN, without(GONE)).then().statusCode(200);
        String read = ADA.tag(path());
        setsNextStep("We have found a place");

        ADA.calls().header("If-Match", read).post(path() + "/approval").then().statusCode(412);
        assertThat(proposed("next-step")).as("of another text").isNull();
        approves(ADA).then().statusCode(200);

        assertThat(staffSee()).contains("We have found a place").doesNotContain(GONE);
        assertThat(Columns.dump()).doesNotContain(GONE);
    }

    /** It was on its way when the words were redacted: STOP, from a service that had them still. */
    @Test
    void a_state_from_before_brings_none_of_the_words_back() {
        proposes(BEN, without(GONE)).then().statusCode(200);
        approves(ADA).then().statusCode(200);

        contactState(0, wish(2, "Never when Robin0 is in", "Robin0 left a book here"));
        assertThat(staffSee()).doesNotContain(GONE).contains("Never when  is in");

        contactState(1, wish(3, "Only in the morning", null));
        assertThat(staffSee()).contains("Only in the morning").doesNotContain("left a book");
    }

    @Test
    void no_text_grows_beyond_what_it_may_be() {
        proposes(BEN, List.of(Map.of("name", "cover-words", "text", "x".repeat(161))))
                .then()
                .statusCode(422)
                .body("type", endsWith("wrong-texts"))
                .body("detail", containsString("160"));
        proposes(BEN, List.of(Map.of("name", "next-step", "text", "x".repeat(501))))
                .then()
                .statusCode(422);
        assertThat(ask("SELECT status FROM redaction")).isEqualTo("due");
    }

    /** A new column about an enquiry that holds words is offered for redaction, or somebody says here why it is not. */
    @Test
    void no_column_that_is_shared_is_forgotten() {
        String shared = "SELECT string_agg(table_name || '.' || column_name, ' ') FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND (table_name IN ('enquiry', 'conversation') OR table_name IN ("
                + "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'"
                + " AND column_name IN ('enquiry_id', 'conversation_id')))";
        Map<String, String> classes = Columns.ofService().classes();
        var words = new TreeSet<String>();
        for (String column : ask(shared).split(" ")) {
            if (List.of("words", "sealed", "reason", "person").contains(classes.getOrDefault(column, "none"))) {
                words.add(column);
            }
        }
        Map<String, String> why = new HashMap<>();
        List.of("enquiry.wanted", "enquiry.referral", "message.text").forEach(column -> why.put(column, "a text"));
        why.put("enquiry.excerpt", "made of the first message");
        why.put("enquiry_child.referral", "one child's own block, gone with them");
        why.put("conversation.number", "of whoever wrote, who stays");
        why.put("conversation.email", "of whoever wrote, who stays");
        List.of("redaction.excerpt", "redaction.wanted", "redaction.referral")
                .forEach(column -> why.put(column, "a proposal"));
        for (String column :
                ask("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'ck_redaction_part_column'")
                        .split("'")) {
            why.put(column, "a part");
        }

        words.removeAll(why.keySet());
        assertThat(words).isEmpty();
    }

    private static SafeContact wish(long version, String note, String cover) {
        return new SafeContact(
                version,
                ReplyBy.TEXT,
                "07700 900123",
                NumberIs.MINE,
                null,
                List.of(),
                note,
                cover,
                null,
                null,
                version == 1 ? null : Instant.parse("2026-11-02T10:00:00Z"));
    }

    private void contactState(long wordsVersion, SafeContact state) {
        Sent.handOver(thread("/contact-state?wordsVersion=" + wordsVersion), state)
                .then()
                .statusCode(204);
    }

    private String thread(String path) {
        return "/v1/conversations/" + sent.conversationId + path;
    }

    private void setsNextStep(String words) {
        ADA.calls()
                .header("If-Match", ADA.tag(thread("/progress")))
                .body(Map.of("stage", "working", "nextStep", words))
                .put(thread("/progress"))
                .then()
                .statusCode(200);
    }

    /** Everything that stands of the enquiry where staff read. */
    private String staffSee() {
        return ADA.sees("/v1/enquiries/" + sent.id).asString()
                + ADA.sees(thread("/messages")).asString()
                + ADA.sees(thread("/progress")).asString()
                + ADA.sees(thread("/contact-state")).asString()
                + ADA.sees(thread("/code-revocations")).asString();
    }

    private static List<String> names() {
        return BEN.sees(path()).path("texts.name");
    }

    private static String proposed(String name) {
        return BEN.sees(path()).path("texts.find { it.name == '" + name + "' }.proposed");
    }

    /** Every text without that word. */
    private static List<Map<String, String>> without(String word) {
        List<Map<String, String>> texts = BEN.sees(path()).path("texts");
        return texts.stream()
                .filter(text -> text.get("text").contains(word))
                .map(text -> Map.of(
                        "name", text.get("name"), "text", text.get("text").replace(word, "")))
                .toList();
    }

    private static String path() {
        return "/v1/redactions/" + ask("SELECT id FROM redaction");
    }

    private static Response proposes(Staff who, List<Map<String, String>> texts) {
        return who.calls()
                .header("If-Match", who.tag(path()))
                .body(Map.of("texts", texts))
                .put(path());
    }

    private static Response approves(Staff who) {
        return who.calls().header("If-Match", who.tag(path())).post(path() + "/approval");
    }
}
