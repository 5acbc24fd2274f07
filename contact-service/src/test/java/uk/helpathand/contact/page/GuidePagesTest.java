package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Guide;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.guide.Guides;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class GuidePagesTest {

    @Inject
    Guides guides;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void every_guide_is_in_the_list_and_has_a_page_of_its_own() {
        String list = Visitor.plain().get("/guides").body();
        for (Guide guide : Guide.values()) {
            var head = guides.text(guide, "en").head();
            assertThat(list).contains("href=\"/guides/" + guide.wire() + "\"", head.title(), head.summary());
            Answer page = Visitor.plain().get("/guides/" + guide.wire());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("<title>" + head.tab() + "</title>", "<h1>" + head.title() + "</h1>")
                    .contains("<article lang=\"en\" dir=\"ltr\">", "<h2>By when</h2>", "<li>");
        }
    }

    @Test
    void a_guide_ends_with_when_it_was_checked_and_when_it_is_checked_again() {
        assertThat(Visitor.plain().get("/guides/moving").body())
                .contains(
                        "Checked on 25 November 2026 by",
                        guides.text(Guide.MOVING, "en").head().reviewer())
                .contains("We check it again by 25 May 2027 at the latest.");
    }

    @Test
    void the_pack_holds_all_of_them_with_a_word_to_the_adult_and_a_list_of_what_is_in_it() {
        String pack = Visitor.plain().get("/guides/pack").body();
        assertThat(pack).contains("For the adult who hands this over");
        for (Guide guide : Guide.values()) {
            var text = guides.text(guide, "en");
            assertThat(pack)
                    .contains("<a href=\"#" + guide.wire() + "\"", "<article id=\"" + guide.wire() + "\"")
                    .contains(text.sections().get(4).html());
        }
        assertThat(pack.split("Checked on ")).hasSize(Guide.values().length + 1);
    }

    @Test
    void what_is_no_guide_is_not_found() {
        for (String path :
                new String[] {"/guides/none", "/guides/moving.md", "/guides/..%2fen%2fmoving", "/guides/x/y"}) {
            Answer answer = Visitor.plain().get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("This page is not here", "href=\"/leave\"");
        }
    }

    @Test
    void the_way_to_them_is_on_the_start_page_after_sending_and_at_the_end_of_every_page() {
        var child = Visitor.plain();
        assertThat(child.get("/").body()).contains("<a class=\"hh-door hh-door--quiet\" href=\"/guides\">");
        assertThat(child.get("/privacy").body()).contains("<li><a href=\"/guides\">Know your rights</a></li>");
        child.ask("happening", "hello");
        assertThat(child.get("/sent").body()).contains("While you wait: <a href=\"/guides\">");
    }
}
