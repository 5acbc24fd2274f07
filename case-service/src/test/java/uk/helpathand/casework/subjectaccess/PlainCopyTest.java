package uk.helpathand.casework.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.subjectaccess.CopiedChild.page;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Ids;

/** What a child gets has words for every code, and days as people write them; both forms say the same. */
@QuarkusTest
class PlainCopyTest extends ServiceTest {

    @Test
    void no_code_and_no_number_of_a_machine_comes_to_the_child() throws IOException {
        Response copy = LEA.sees(told() + "?copy=child");

        List<String> texts = copy.path("sections.entries.flatten().lines.flatten().text");
        List<String> values = texts.stream()
                .flatMap(text -> Arrays.stream(text.split("; |\n")))
                .toList();
        assertThat(values)
                .hasSizeGreaterThan(100)
                .doesNotContainAnyElementsOf(codes())
                .doesNotContain("en")
                .noneMatch(value -> value.matches(".*\\d{4}-\\d\\d-\\d\\d.*|.*\\d\\d\\.\\d\\d\\.\\d{4}.*|P\\d+Y.*"));
        assertThat(values)
                .contains(
                        "through our page for children",
                        "you",
                        "English",
                        "no",
                        "a person should look on the same working day",
                        "one of us has decided what happens with it",
                        "on our page, with the return code",
                        "it waits on our page",
                        "we opened a case, to work on it",
                        "what you want",
                        "how to reach you",
                        "a school",
                        "nobody said yes, but we had a strong reason",
                        "not yet",
                        "2 November 2026",
                        "75 years after your last case was closed",
                        "a rule since 1 January 2000",
                        "it did not arrive")
                .as("codes that nobody knows")
                .contains("first-words", "said-not-safe-here");
        assertThat(texts)
                .anyMatch(
                        text -> text.matches("we were told: not safe right now \\(\\d+ \\w+ \\d{4}, \\d\\d:\\d\\d\\)\n"
                                + "a-code-that-comes-later \\(\\d.*\\)"));
    }

    @Test
    void the_page_says_the_same() {
        String path = told() + "?copy=child";

        List<Map<String, String>> lines = LEA.sees(path).path("sections.entries.flatten().lines.flatten()");
        String html = page(path).asString();

        assertThat(lines).allSatisfy(line -> assertThat(html)
                .contains("<dt>" + escaped(line.get("label")) + "</dt>\n<dd dir=\"auto\">" + escaped(line.get("text"))
                        + "</dd>"));
    }

    @Test
    void a_child_is_you_only_where_no_other_child_may_have_written() {
        var child = new CopiedChild();
        String path = child.askedFor("2026-11-02") + "/package";
        assertThat(writers(path, child)).containsExactly("you", "Your message");

        TestDatabase.asOwner("""
                INSERT INTO enquiry_child (id, enquiry_id, position) VALUES (gen_random_uuid(), '%s', 1)
                """.formatted(child.sent.id));

        assertThat(writers(path, child))
                .containsExactly("one of the children it is about", "A message by one of the children");
    }

    @Test
    void what_an_adult_ticked_has_the_words_of_the_form() {
        var child = new CopiedChild();
        Response review = LEA.sees(child.askedFor("2026-11-02") + "/package");

        String lines = "sections.entries.flatten().find { it.id == '%s' }.lines.collect { it.label + ': ' + it.text }";
        List<String> block = review.path(lines.formatted("enquiry_child:" + child.byAdult.children.get(0)));
        List<String> own = review.path(lines.formatted("enquiry.referral:" + child.byAdult.id));
        assertThat(block)
                .contains("Looked after by the council of: Birmingham", "When you said it: 20 November 2026")
                .contains("How they know: I asked the child", "Is there an advocate: No", "Year of birth: 2012")
                .noneMatch(line -> line.matches(".*: [A-Z0-9_]*[A-Z][A-Z0-9_]+"));
        assertThat(own).contains("On the day: 27 November 2026", "What it is about: A_LATER_CODE");
    }

    private static List<String> writers(String path, CopiedChild child) {
        FakeContactService.holds(
                child.sent.conversationId,
                Map.of(
                        "begunAt", "2026-11-20T10:00:00Z",
                        "codesRevoked", List.of(),
                        "codesMade", List.of(),
                        "readersSeenAt", List.of(),
                        "messages",
                                List.of(Map.of(
                                        "id",
                                        Ids.next(),
                                        "at",
                                        "2026-11-20T10:00:00Z",
                                        "author",
                                        "child",
                                        "words",
                                        true)),
                        "texts", List.of(),
                        "events", List.of()));
        Response copy = LEA.sees(path);
        String entry = "sections.entries.flatten().find { it.id == '%s' }.lines";
        String enquiry = entry.formatted("enquiry:" + child.sent.id) + ".find { it.label == 'Who wrote' }.text";
        String held = entry.formatted("contact-service.conversation:" + child.sent.conversationId)
                + ".find { it.label.contains('essage') && it.label.contains(' of 20 November') }.label";
        return List.of(copy.path(enquiry), copy.<String>path(held).replaceFirst(" of 20 November.*", ""));
    }

    /** A child of whom something was told to others and whose record may be erased; the address of the copy. */
    private static String told() {
        var child = new CopiedChild();
        ADA.creates()
                .body(Map.of(
                        "what", List.of("wishes", "contact-details"),
                        "bodyKind", "school",
                        "bodyName", "Sample School",
                        "by", "phone",
                        "basis", "without-consent",
                        "reason", "she was in danger",
                        "childTold", "not-yet-because",
                        "whyNotTold", "not safe"))
                .post("/v1/cases/" + child.caseId + "/disclosures")
                .then()
                .statusCode(201);
        TestDatabase.asOwner("""
                INSERT INTO erasure (id, subject_kind, subject_id, ground, rule, status, due_at, version)
                    VALUES (gen_random_uuid(), 'child', '%s', 'no-longer-needed', 'child P75Y since 2000-01-01', 'due', now(), 0)
                """.formatted(child.childId));
        return child.askedFor("2026-11-02") + "/package";
    }

    /** Without those that are plain words themselves. */
    private static Set<String> codes() throws IOException {
        var words = new Properties();
        try (InputStream file = Words.class.getResourceAsStream("words.properties")) {
            words.load(file);
        }
        return words.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("referral."))
                .filter(name -> !words.getProperty(name).equals(name.substring(name.indexOf('.') + 1)))
                .map(name -> name.substring(name.indexOf('.') + 1))
                .collect(Collectors.toSet());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
