package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.LookCode;
import uk.helpathand.api.LookRole;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Clocks;

/** "Who has looked at what I wrote, and why", on the child's own page. */
@QuarkusTest
class WhoLookedTest {

    private static final String PAGE = "/messages/who-looked";

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void whoever_reads_the_thread_sees_by_day_who_looked_and_why_and_no_name() {
        LocalDate today = LocalDate.now(Clocks.LONDON);
        FakeCaseService.tells(looks(
                look(today, "broke-glass", "adviser", 1),
                look(today, "read", "lead", 3),
                look(today.minusDays(1), "restricted", "adviser", 1),
                look(LocalDate.of(2024, 11, 4), "adviser-left", "program", 1)));
        var child = reader();
        assertThat(child.get("/messages").body()).contains("href=\"" + PAGE + "\"");

        Answer page = child.get(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(PageWords.of(page.body()))
                .containsSubsequence(
                        "Today",
                        "An adviser was not one of the few who can see your case, and opened it."
                                + " They had to say why, and we check it.",
                        "A lead adviser read what you wrote, to help you. This happened 3 times.",
                        "Yesterday",
                        "An adviser made sure that only a few of us can see your case.",
                        "Monday 4 November 2024",
                        "Our computer noted that your adviser has left.");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        String conversation = TestDatabase.ask("SELECT id FROM conversation");
        assertThat(FakeCaseService.calls("/looks"))
                .singleElement()
                .satisfies(call -> assertThat(call.path()).isEqualTo("/v1/conversations/" + conversation + "/looks"))
                .satisfies(call -> assertThat(call.authorization()).startsWith("Bearer "));
    }

    @Test
    void how_often_a_list_was_read_is_not_told_and_a_code_of_a_newer_release_has_words_too() {
        LocalDate today = LocalDate.now(Clocks.LONDON);
        FakeCaseService.tells(
                looks(look(today, "saw-in-list", "adviser", 900), look(today, "did-something-new", "team", 1)));

        assertThat(PageWords.of(reader().get(PAGE).body()))
                .contains(
                        "An adviser saw your message in a list, to see who is waiting.",
                        "Someone in our team did something with what you told us.")
                .noneMatch(line -> line.contains("900"));
    }

    @Test
    void who_reads_no_thread_is_led_to_the_code_and_nobody_is_asked() {
        assertThat(Visitor.modern().get(PAGE).header("Location")).isEqualTo("/messages");
        var closed = reader();
        TestDatabase.asOwner("DELETE FROM reading_session");

        assertThat(closed.get(PAGE).status()).isEqualTo(303);
        assertThat(FakeCaseService.calls("/looks")).isEmpty();
    }

    @Test
    void nobody_has_looked_yet() {
        assertThat(reader().get(PAGE).body()).contains("Nobody in our team has looked yet.");
    }

    @Test
    void more_than_is_shown_is_said() {
        FakeCaseService.tells(looks(look(LocalDate.now(Clocks.LONDON), "read", "adviser", 1))
                .replace("\"more\":false", "\"more\":true"));
        assertThat(reader().get(PAGE).body()).contains("There is more from before.");
    }

    @Test
    void while_case_service_refuses_or_is_silent_the_page_says_so_and_the_thread_goes_on() {
        var child = reader();
        for (int status : List.of(500, 503, 401, 404)) {
            FakeCaseService.answers(call -> call.path().endsWith("/looks") ? status : 204);
            saysNotNow(child.get(PAGE));
        }
        FakeCaseService.answers(call -> {
            if (call.path().endsWith("/looks")) {
                sleep();
            }
            return 204;
        });
        saysNotNow(child.get(PAGE));
        assertThat(child.get("/messages").body()).contains("my words");

        FakeCaseService.reset();
        assertThat(child.get(PAGE).status()).isEqualTo(200);
    }

    /** Or those who wait for a case-service that hangs would hold the threads of those who send. */
    @Test
    void only_a_few_wait_at_a_time() throws Exception {
        var child = reader();
        FakeCaseService.answers(call -> {
            if (call.path().endsWith("/looks")) {
                sleep();
            }
            return 204;
        });
        var browsers = Executors.newFixedThreadPool(24);
        try {
            Callable<Answer> look = () -> child.get(PAGE);
            for (var answer : browsers.invokeAll(
                    IntStream.range(0, 24).mapToObj(i -> look).toList())) {
                saysNotNow(answer.get());
            }
        } finally {
            browsers.shutdownNow();
        }
        // Eight; on a slow machine a second eight come after the first have given up.
        assertThat(FakeCaseService.calls("/looks")).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void every_code_and_role_has_a_sentence_of_its_own_in_each_language() {
        FakeCaseService.tells(everything());
        for (String language : List.of("en", "ar")) {
            var lines = PageWords.of(
                    reader().with("Accept-Language", language).get(PAGE).body());
            assertThat(lines.stream().distinct())
                    .as(language)
                    .hasSizeGreaterThan(LookCode.values().length + LookRole.values().length);
        }
    }

    /** Every code by an adviser, and every role. */
    static String everything() {
        LocalDate today = LocalDate.now(Clocks.LONDON);
        return looks(Stream.concat(
                        Arrays.stream(LookCode.values()).map(code -> look(today, code.wire(), "adviser", 1)),
                        Arrays.stream(LookRole.values()).map(role -> look(today.minusDays(40), "read", role.wire(), 2)))
                .toArray(String[]::new));
    }

    private static String looks(String... looks) {
        return "{\"looks\":" + Arrays.stream(looks).collect(Collectors.joining(",", "[", "]")) + ",\"more\":false}";
    }

    private static String look(LocalDate day, String code, String role, int times) {
        return """
                {"day":"%s","code":"%s","role":"%s","times":%d}""".formatted(day, code, role, times);
    }

    private static void saysNotNow(Answer page) {
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body())
                .contains("we cannot show you this right now", "nothing is lost", "href=\"" + PAGE + "\"");
    }

    /** Longer than a test waits for case-service. */
    private static void sleep() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Visitor reader() {
        var visitor = Visitor.modern();
        String code = visitor.send("my words");
        assertThat(visitor.post("/messages", Map.of(), "code", code).status()).isEqualTo(303);
        return visitor;
    }
}
