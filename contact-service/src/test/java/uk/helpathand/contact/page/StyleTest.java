package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The look is our own, and everybody can see it. */
class StyleTest {

    private static final Path ASSETS = Path.of("src/main/resources/assets");
    private static final Pattern COLOUR = Pattern.compile("^\\$([a-z-]+): (#[0-9a-f]{6});", Pattern.MULTILINE);
    private static final double TEXT = 4.5;
    private static final double EDGE = 3;

    @Test
    void text_and_edges_stand_out() throws IOException {
        Map<String, String> colours = COLOUR.matcher(Files.readString(Path.of("src/main/sass/page.scss")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        List.of(
                        "ink paper",
                        "ink mist",
                        "ink leaf",
                        "ink blush",
                        "soft-ink paper",
                        "soft-ink mist",
                        "pine paper",
                        "pine mist",
                        "pine leaf",
                        "paper pine",
                        "paper pine-deep",
                        "paper ink",
                        "rust paper",
                        "rust blush",
                        "paper rust",
                        "paper error-hover",
                        "error-hover paper",
                        "pine-deep leaf",
                        "ink apricot")
                .forEach(pair -> assertThat(contrast(colours, pair)).as(pair).isGreaterThanOrEqualTo(TEXT));
        List.of("field paper", "rust paper", "rust mist", "pine mist", "apricot pine", "apricot ink")
                .forEach(pair -> assertThat(contrast(colours, pair)).as(pair).isGreaterThanOrEqualTo(EDGE));
    }

    @Test
    void nothing_of_another_brand_and_nothing_from_elsewhere() throws IOException {
        String css = Files.readString(ASSETS.resolve("page.css"));
        assertThat(css.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("gds transport", "crown", "crest", "@font-face", "@import", "url(", "http")
                .doesNotContain("#1d70b8", "#0b0c0c", "#ffdd00", "#fd0", "#00703c", "#0f7a52", "#ca3535", "#d4351c");
        assertThat(Files.readString(ASSETS.resolve("page.js"))).doesNotContain("http", "innerHTML", "eval(", "Storage");
    }

    @Test
    void the_icon_is_small() throws IOException {
        assertThat(Files.size(ASSETS.resolve("icon.svg"))).isLessThan(1_000);
    }

    private static double contrast(Map<String, String> colours, String pair) {
        String[] names = pair.split(" ");
        double a = luminance(colours.get(names[0]));
        double b = luminance(colours.get(names[1]));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
    }

    private static double channel(int value) {
        double share = (value & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
