package uk.helpathand.contact.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uk.helpathand.api.Guide;

class GuideFileTest {

    private static final String HEAD = """
            ---
            title: Do I have to move?
            tab: Guide
            summary: What you can ask: all of it.
            lang: en
            dir: ltr
            reviewer: an adviser
            reviewed: 2026-11-25
            review-by: 2027-05-25
            order: 2
            source:
              - A fact: https://www.legislation.gov.uk/ukpga/1989/41
              - Another
            ---
            """;

    @Test
    void a_guide_is_a_head_and_sections() {
        GuideText text =
                GuideFile.read(Guide.MOVING, HEAD + "\n## Who *you* ask\n\nAsk **now**.\n\n- one\n\n## By when\n");
        assertThat(text.address()).isEqualTo("/guides/moving");
        assertThat(text.head().summary()).isEqualTo("What you can ask: all of it.");
        assertThat(text.head().reviewBy()).hasToString("2027-05-25");
        assertThat(text.head().source())
                .containsExactly("A fact: https://www.legislation.gov.uk/ukpga/1989/41", "Another");
        assertThat(text.sections()).extracting(GuideText.Section::heading).containsExactly("Who you ask", "By when");
        assertThat(text.sections().get(0).html()).contains("<strong>now</strong>", "<li>one</li>");
    }

    @Test
    void html_is_shown_as_it_was_typed_and_no_link_leads_to_another_site() {
        String html = GuideFile.read(Guide.MOVING, HEAD + """

                        ## Links
                        <script>alert(1)</script>

                        <b onclick="x()">b</b> [out](https://example.org) [js](javascript:x) [in](/ask) [call](tel:999)
                        """).sections().get(0).html();
        assertThat(html)
                .doesNotContain("<script", "<b ", "example.org", "javascript:")
                .contains("&lt;script&gt;", "href=\"/ask\"", "href=\"tel:999\" dir=\"ltr\"");
    }

    @Test
    void a_head_that_says_too_little_or_too_much_is_refused() {
        for (String head : new String[] {
            HEAD.replace("review-by: 2027-05-25\n", ""),
            HEAD.replace("reviewed: 2026-11-25", "reviewed: soon"),
            HEAD.replace("tab: Guide", "tab:"),
            HEAD.replace("tab: Guide", "tab: Guide\nauthor: somebody"),
            ""
        }) {
            assertThatThrownBy(() -> GuideFile.read(Guide.MOVING, head + "\n## A\n"))
                    .as(head)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> GuideFile.read(Guide.MOVING, HEAD + "\nwords before a heading\n"))
                .hasMessageContaining("must begin with a heading");
    }

    @Test
    void what_a_language_does_not_have_is_there_in_english() {
        assertThat(new Guides().all("xx"))
                .hasSize(Guide.values().length)
                .allSatisfy(text -> assertThat(text.head().lang()).isEqualTo("en"));
    }
}
