package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class LeaveTest {

    private static final String AWAY = "https://www.bbc.co.uk/weather";

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void leaving_ends_reading_and_what_was_sent_and_every_cookie() {
        var child = Visitor.modern();
        String code = child.send("hello");
        child.post("/messages", Map.of(), "code", code);
        child.get("/?lang=ar");
        Map<String, String> before = Map.copyOf(child.cookies);
        assertThat(before).containsOnlyKeys("__Host-hh", "__Host-read", "__Host-lang");

        Answer away = child.get("/leave");

        assertThat(away.status()).isEqualTo(303);
        assertThat(away.header("Location")).isEqualTo(AWAY);
        assertThat(away.headers().map()).doesNotContainKey("clear-site-data");
        assertThat(away.headers().allValues("Set-Cookie"))
                .hasSize(4)
                .allSatisfy(cookie -> assertThat(cookie).contains("Path=/", "Secure", "HttpOnly"))
                .last(STRING)
                .contains("Max-Age=0");
        assertThat(child.cookies).isEmpty();
        var thief = Visitor.modern();
        thief.cookies.putAll(before);
        assertThat(thief.get("/messages?lang=en").body())
                .contains("name=\"code\"")
                .doesNotContain(">help<");
        assertThat(thief.get("/sent").code()).isNull();
        assertThat(thief.get("/more").body()).doesNotContain("name=\"livesIn\"");
    }

    @Test
    void it_leads_to_one_place_only_as_often_as_it_is_asked() {
        for (String address : List.of("/leave", "/leave?to=https://evil.example", "/leave?to=//evil.example")) {
            Answer away = Visitor.plain().get(address);
            assertThat(away.status()).isEqualTo(303);
            assertThat(away.header("Location")).isEqualTo(AWAY);
            assertThat(away.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void with_the_database_stuck_the_browser_leaves_all_the_same() throws Exception {
        var child = Visitor.plain();
        child.send("hello");
        try (var lock = DriverManager.getConnection(TestDatabase.url(), "owner", "owner")) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("LOCK TABLE conversation, reading_session IN ACCESS EXCLUSIVE MODE");
            long start = System.nanoTime();
            Answer away = child.get("/leave");
            assertThat(away.header("Location")).isEqualTo(AWAY);
            assertThat(child.cookies).isEmpty();
            assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
            lock.rollback();
        }
    }
}
