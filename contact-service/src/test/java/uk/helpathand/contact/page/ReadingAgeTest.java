package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

/** A child of nine can read every page in every state, by formula. The guides are measured by {@link GuidesTest}. */
@QuarkusTest
class ReadingAgeTest {

    private static final double READING_AGE = 9;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void a_child_of_nine_can_read_every_page() {
        Map<String, Answer> states = ChildStates.of("en");
        states.values()
                .removeIf(answer -> answer.status() == 303 || answer.body().startsWith("<svg"));
        assertThat(states).hasSizeGreaterThan(50);
        var tooHard = new TreeMap<String, String>();
        states.forEach((name, page) -> {
            List<String> words = PageWords.of(page.body());
            assertThat(words).as(name).hasSizeGreaterThan(2);
            double age = Readability.age(words);
            if (age > READING_AGE) {
                tooHard.put(name, "%.2f years: %s".formatted(age, words));
            }
        });
        assertThat(tooHard).isEmpty();
        List<String> everywhere = PageWords.ofEveryPage(states.get("/").body());
        assertThat(everywhere).anyMatch(line -> line.contains("999")).anyMatch(line -> line.contains("weather"));
        assertThat(Readability.age(everywhere)).as("%s", everywhere).isLessThanOrEqualTo(READING_AGE);
    }

    @Test
    void what_a_child_typed_and_what_stands_on_every_page_do_not_count() {
        var child = Visitor.modern();
        child.post("/messages", Map.of(), "code", child.send("incomprehensibilities"));
        assertThat(PageWords.of(child.get("/messages").body()))
                .contains("Your messages", "What happens next")
                .noneMatch(line -> line.contains("incomprehensibilities") || line.contains("Childline"));
        assertThat(PageWords.of(Visitor.plain().get("/").body()))
                .contains("Get help", "Write to us. You do not have to say your name.");
    }
}
