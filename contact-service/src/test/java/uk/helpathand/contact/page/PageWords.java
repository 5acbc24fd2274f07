package uk.helpathand.contact.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page says in our own words, block after block: neither what somebody typed nor what stands on every page. */
final class PageWords {

    private static final Pattern MAIN = Pattern.compile("(?s)<main [^>]*>(.*)</main>");
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");
    private static final Pattern HELP_NOW =
            Pattern.compile("(?s)<section class=\"hh-help\" aria-labelledby=\"help-now\">.*?</section>");
    private static final Pattern QUOTED = Pattern.compile("(?s)<textarea.*?</textarea>"
            + "|<div class=\"hh-said__text\".*?</div>|<p lang=\"[a-z]*\" dir=\"auto\">.*?</p>"
            + "|<p [^>]*data-return-code.*?</p>|<a class=\"hh-guide-link\".*?</a>");
    private static final Pattern EVERYWHERE = Pattern.compile(
            "(?s)<(?:a [^>]*govuk-skip-link|aside|footer|p class=\"hh-exit-what\").*?</(?:a|p|footer)>");
    /** A strong beginning with words right after it is a line of its own, as on the doors. */
    private static final Pattern END_OF_BLOCK = Pattern.compile(
            "</?(?:p|li|ul|ol|h1|h2|h3|div|section|article|label|legend|summary|button|time)\\b[^>]*>|</strong>(?=\\S)");

    private PageWords() {}

    /** Title and main part, without the words about help now. */
    static List<String> of(String html) {
        String main = HELP_NOW.matcher(first(MAIN, html)).replaceAll("");
        return lines(first(TITLE, html) + "<p>" + QUOTED.matcher(main).replaceAll("<p>"));
    }

    /** What every page has: how to leave it, who helps now, and where else to go. */
    static List<String> ofEveryPage(String html) {
        return Stream.concat(
                        EVERYWHERE.matcher(html).results(),
                        HELP_NOW.matcher(html).results())
                .flatMap(found -> lines(found.group()).stream())
                .toList();
    }

    private static String first(Pattern pattern, String html) {
        var found = pattern.matcher(html);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + html);
        }
        return found.group(1);
    }

    private static List<String> lines(String html) {
        return END_OF_BLOCK
                .splitAsStream(html)
                .map(line -> line.replaceAll("<[^>]*>", "")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replaceAll("\\s+", " ")
                        .trim())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
