package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.platform.fixture.TestDatabase;

/** A thread is read part by part: nobody who writes very much takes the memory that others need. */
@QuarkusTest
class LongThreadTest {

    private static final Pattern SAID = Pattern.compile("class=\"hh-said__text\"[^>]*>(.*?)</div>", Pattern.DOTALL);
    private static final Pattern EARLIER = Pattern.compile("<a href=\"(/messages\\?before=[0-9]+)\">");

    @Inject
    Conversations conversations;

    private Visitor child;

    @BeforeEach
    void begin() {
        FakeCaseService.reset();
        TestDatabase.empty();
        child = Visitor.modern();
        child.post("/messages", Map.of(), "code", child.send("the first"));
    }

    @Test
    void a_long_thread_shows_its_newest_and_leads_to_all_the_others() {
        for (int i = 2; i <= 205; i++) {
            writes("number " + i);
        }

        List<String> pages = pages();

        assertThat(pages).hasSize(3);
        assertThat(said(pages.get(0))).hasSize(100).last().isEqualTo("number 205");
        assertThat(pages.get(0)).doesNotContain("Show the newest messages");
        assertThat(said(pages.get(2))).hasSize(5).first().isEqualTo("the first");
        assertThat(pages.get(2)).contains("<a href=\"/messages\">Show the newest messages</a>");
        assertThat(pages.stream().flatMap(page -> said(page).stream()))
                .hasSize(205)
                .doesNotHaveDuplicates();
    }

    @Test
    void of_long_messages_there_are_few_on_a_page() {
        String crying = "\uD83D\uDE2D".repeat(20_000);
        for (int i = 0; i < 6; i++) {
            writes(crying);
        }

        List<String> pages = pages();

        assertThat(pages).hasSize(2);
        assertThat(said(pages.get(0))).containsOnly(crying).hasSize(4);
        assertThat(said(pages.get(1))).containsExactly("the first", crying, crying);
    }

    @Test
    void what_only_the_team_still_has_is_on_no_other_page_either() {
        for (int i = 2; i <= 105; i++) {
            writes("number " + i);
        }
        TestDatabase.asOwner("UPDATE message SET text = NULL");

        assertThat(child.get("/messages").body())
                .contains("Your earlier messages are kept by the team")
                .doesNotContain("Show earlier messages");
    }

    @Test
    void a_place_that_is_none_shows_the_newest() {
        for (String place : List.of("", "x", "-1", "1.5", "99999999999999999999")) {
            assertThat(said(child.get("/messages?before=" + place).body())).containsExactly("the first");
        }
        assertThat(said(child.get("/messages?before=1").body())).isEmpty();
    }

    private void writes(String words) {
        UUID id = UUID.fromString(TestDatabase.ask("SELECT id FROM conversation"));
        conversations.write(id, UUID.randomUUID().toString(), words, "en");
    }

    /** From the newest on, as the links lead. */
    private List<String> pages() {
        var pages = new ArrayList<String>();
        String next = "/messages";
        while (next != null) {
            String page = child.get(next).body();
            pages.add(page);
            var link = EARLIER.matcher(page);
            next = link.find() ? link.group(1) : null;
        }
        return pages;
    }

    private static List<String> said(String page) {
        return SAID.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
