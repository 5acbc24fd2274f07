package uk.helpathand.casework.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.subjectaccess.CopiedChild.decides;
import static uk.helpathand.casework.subjectaccess.CopiedChild.page;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.platform.fixture.TestDatabase;

/** Everything that is held comes out, in both forms; of the other child nothing does. */
@QuarkusTest
class PackageTest extends ServiceTest {

    private static final String LEFT_OUT = "[left out: about another person]";

    @Test
    void every_word_that_was_put_in_comes_out_in_both_forms() {
        var child = new CopiedChild();
        String path = child.askedFor("2026-11-02") + "/package";

        String json = LEA.sees(path).asString();
        String html = page(path).asString();

        assertThat(json).contains(child.own).contains(child.others).contains("Ada");
        assertThat(html)
                .contains(child.own)
                .contains(child.others.stream()
                        .map(words -> words.replace("'", "&#39;"))
                        .toList())
                .contains("Ada");
        assertThat(json + html).doesNotContain("Robin1", FakeContactService.CODE);
    }

    @Test
    void the_childs_copy_has_their_own_and_nothing_of_others() {
        var child = new CopiedChild();
        String path = child.askedFor("2026-11-02") + "/package?copy=child";

        String json = LEA.sees(path).asString();
        String html = page(path).asString();

        for (String copy : List.of(json, html)) {
            assertThat(copy).contains(child.own).contains(LEFT_OUT);
            child.others.forEach(words -> assertThat(copy).doesNotContain(words, words.replace("'", "&#39;")));
            assertThat(copy).doesNotContain("Robin1", ">Ada<", "\"Ada\"", "rang back on the number");
        }
        assertThat(html).doesNotContain("<mark>");
    }

    @Test
    void lines_of_other_people_are_marked_with_why_and_are_not_dropped() {
        var child = new CopiedChild();
        Response shown = LEA.sees(child.askedFor("2026-11-02") + "/package");

        Map<String, ?> reply = entry(shown, "message:" + child.replyId);
        assertThat(reply.get("thirdParty")).isEqualTo(true);
        assertThat(reply.get("lines").toString())
                .contains("text=Ada, thirdParty=true, why=names a colleague")
                .contains("text=we have asked them, thirdParty=false");
        assertThat(entry(shown, "message:" + child.sent.messageId).get("thirdParty"))
                .as("what the child wrote themself")
                .isEqualTo(false);
        assertThat(entry(shown, "enquiry:" + child.byAdult.id).get("lines").toString())
                .as("what a program saw in an adult's words tells them")
                .containsPattern(
                        "Why it was urgent, text=[^}]*having to move[^}]*, thirdParty=true, why=about the adult");
        assertThat(shown.<Integer>path("undecided")).isGreaterThan(10);
        assertThat(page(child.askedFor("2026-11-02") + "/package").asString())
                .contains("<mark>another person: names a colleague</mark>");
    }

    @Test
    void who_looked_stands_in_it_by_role_and_the_building_too() {
        var child = new CopiedChild();
        String path = child.askedFor("2026-11-02") + "/package";
        LEA.sees(path);

        Response shown = LEA.sees(path + "?copy=child");

        List<Map<String, ?>> looked = shown.path("sections.find { it.source == ['audit'] }.entries.lines.flatten()");
        assertThat(looked.toString())
                .contains(
                        "An adviser opened your case on",
                        "A lead adviser made a copy of everything that we hold on you on")
                .doesNotContain("lea,", "Ada");
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'child.export' AND subject_ids = '{" + child.childId
                        + "}'"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(ints = {503, FakeContactService.CUT})
    void without_contact_service_there_is_none_rather_than_half_of_one(int status) {
        var child = new CopiedChild();
        String path = child.askedFor("2026-11-02") + "/package";
        FakeContactService.answers(call -> call.path().endsWith("/held") ? status : 204);

        Response refused = LEA.get(path);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(refused.<String>path("type")).endsWith("unavailable");
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'child.export'"))
                .isEqualTo("0");
        FakeContactService.answers(call -> 204);
        assertThat(LEA.sees(path).asString()).contains("next step of the page");
    }

    @Test
    void whoever_may_not_know_of_the_other_child_gets_none_rather_than_a_part() {
        var child = new CopiedChild();
        String request = child.askedFor("2026-11-02");
        String other = ask("SELECT child_id FROM enquiry_child WHERE id = '" + child.byAdult.children.get(1) + "'");
        var lou = new Staff("lou", "lead");
        lou.sees(request + "/package");
        LEA.keepsOut(lou, other, "her nephew");

        assertThat(lou.get(request).statusCode()).isEqualTo(200);
        assertThat(lou.get(request + "/package").statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_is_saved_and_stands_alone() {
        var child = new CopiedChild();
        Response html = page(child.askedFor("2026-11-02") + "/package");

        assertThat(html.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(html.header("Content-Disposition")).startsWith("attachment; filename=\"subject-access-");
        assertThat(html.headers().getValues("Cache-Control")).containsExactly("no-store");
        assertThat(html.asString())
                .contains("<html lang=\"en\">", "name=\"viewport\"", "@media print", "default-src 'none'")
                .doesNotContain("<script", "http://", "https://", "<img", "<link", "url(");
    }

    @Test
    void what_people_wrote_is_shown_and_never_understood() {
        var child = new CopiedChild();
        String attack = "<script>alert(1)</script> & \"quoted\" 'too' </dd><img src=x>";
        String arabic = "\u0623\u0646\u0627 \u062e\u0627\u0626\u0641 \u202e abc";
        child.sent.write(attack);
        child.sent.write(arabic);
        String path = child.askedFor("2026-11-02") + "/package";

        String html = page(path).asString();

        assertThat(html)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;too&#39; &lt;/dd&gt;&lt;img src=x&gt;")
                .contains("<dd dir=\"auto\">" + arabic + "</dd>")
                .doesNotContain("<script>", "<img");
        assertThat(LEA.sees(path).asString()).contains(arabic);
    }

    @Test
    void a_very_long_conversation_is_all_there() {
        var child = new CopiedChild();
        TestDatabase.fill("""
                INSERT INTO message (id, conversation_id, sequence, author, text, altered, sent_at)
                SELECT gen_random_uuid(), '%s', 100 + n, 'child', 'message number ' || n || ' of many', false, now()
                FROM generate_series(1, 10000) n
                """.formatted(child.sent.conversationId));
        String path = child.askedFor("2026-11-02") + "/package";

        String json = LEA.sees(path).asString();
        String html = page(path).then().statusCode(200).extract().asString();

        for (String copy : List.of(json, html)) {
            assertThat(copy.split("message number \\d+ of many", -1)).hasSize(10_001);
        }
    }

    @Test
    void a_released_entry_is_given_and_a_redacted_one_is_not() {
        var child = new CopiedChild();
        String request = child.askedFor("2026-11-02");
        String wish = "enquiry_child:" + child.byAdult.children.get(0);
        String own = "message:" + child.sent.messageId;
        decides(
                        request,
                        "/redactions",
                        Map.of("redact", List.of(own), "release", List.of(wish), "reason", "asked them"))
                .then()
                .statusCode(200);

        Response copy = LEA.sees(request + "/package?copy=child");

        assertThat(entry(copy, wish).get("lines").toString())
                .contains("Robin0", "I want to go home")
                .doesNotContain(LEFT_OUT);
        assertThat(entry(copy, own).get("lines").toString())
                .as("nothing in it is marked, so all of it")
                .contains(LEFT_OUT)
                .doesNotContain(child.sent.happening);
        Response review = LEA.sees(request + "/package");
        assertThat(entry(review, own).get("decision")).isEqualTo("redact");
        assertThat(entry(review, own).get("lines").toString()).contains(child.sent.happening);

        decides(
                        request,
                        "/redactions",
                        Map.of("redact", List.of(wish), "release", List.of(own), "reason", "they said no"))
                .then()
                .statusCode(200);
        Response after = LEA.sees(request + "/package?copy=child");
        assertThat(entry(after, wish).get("lines").toString()).doesNotContain("Robin0");
        assertThat(entry(after, own).get("lines").toString()).contains(child.sent.happening);
    }

    @Test
    void an_id_that_names_nothing_is_refused() {
        var child = new CopiedChild();
        String request = child.askedFor("2026-11-02");
        String unknown = "message:" + child.childId;
        for (Map<String, ?> body : List.<Map<String, ?>>of(
                Map.of("redact", List.of(unknown), "release", List.of(), "reason", "x"),
                Map.of(
                        "redact", List.of("message:" + child.replyId),
                        "release", List.of("message:" + child.replyId),
                        "reason", "both"))) {
            decides(request, "/redactions", body).then().statusCode(422);
        }
        decides(
                        request,
                        "/exemptions",
                        Map.of("entryIds", List.of(unknown), "exempt", true, "counted", true, "reason", "x"))
                .then()
                .statusCode(422);
        decides(
                        request,
                        "/redactions",
                        Map.of(
                                "redact", List.of("contact-service.conversation:" + child.sent.conversationId),
                                "release", List.of(),
                                "reason", "x"))
                .then()
                .statusCode(200);
    }

    @Test
    void what_would_do_serious_harm_is_left_out_and_told_only_where_that_does_none() {
        var child = new CopiedChild();
        String request = child.askedFor("2026-11-02");
        String reply = "message:" + child.replyId;
        exempts(request, List.of(reply), true, false);

        Response silent = LEA.sees(request + "/package?copy=child");
        assertThat(silent.asString()).doesNotContain("we have asked them", child.replyId.toString());
        assertThat(silent.<Integer>path("leftOut")).isNull();
        assertThat(page(request + "/package?copy=child").asString()).doesNotContain("We left out");
        assertThat(entry(LEA.sees(request + "/package"), reply).get("exempt")).isEqualTo(true);

        exempts(request, List.of(reply), true, true);
        assertThat(LEA.sees(request + "/package?copy=child").<Integer>path("leftOut"))
                .isEqualTo(1);
        assertThat(page(request + "/package?copy=child").asString()).contains("We left out 1 more");

        exempts(request, List.of(reply), false, true);
        assertThat(LEA.sees(request + "/package?copy=child").asString()).contains("we have asked them");
    }

    @Test
    void all_of_it_may_be_exempt_and_who_decided_it_stands_there() {
        var child = new CopiedChild();
        String request = child.askedFor("2026-11-02");

        Response decided = exempts(request, null, true, false);

        assertThat(decided.<String>path("decisions[0].decision")).isEqualTo("exempt");
        assertThat(decided.<String>path("decisions[0].by")).isEqualTo("Lea");
        Response copy = LEA.sees(request + "/package?copy=child");
        assertThat(copy.<List<?>>path("sections.entries.flatten()")).isEmpty();
        assertThat(copy.asString()).doesNotContain(child.own.get(0));
        assertThat(LEA.sees(request + "/package").asString())
                .contains(child.own.get(0))
                .doesNotContain("the psychiatrist");
        ADA.calls()
                .header("If-Match", "\"0\"")
                .body(Map.of("exempt", true, "counted", false, "reason", "x"))
                .put(request + "/exemptions")
                .then()
                .statusCode(403);
    }

    private static Response exempts(String request, List<String> entries, boolean exempt, boolean counted) {
        var body = new java.util.HashMap<String, Object>(
                Map.of("exempt", exempt, "counted", counted, "reason", "the psychiatrist says what it would do"));
        if (entries != null) {
            body.put("entryIds", entries);
        }
        Response decided = decides(request, "/exemptions", body);
        decided.then().statusCode(200);
        return decided;
    }

    private static Map<String, ?> entry(Response shown, String id) {
        return shown.path("sections.entries.flatten().find { it.id == '" + id + "' }");
    }
}
