package uk.helpathand.casework.subjectaccess;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import uk.helpathand.api.casework.SubjectAccessCopy;
import uk.helpathand.api.casework.SubjectAccessPackage;
import uk.helpathand.api.casework.SubjectAccessPackage.Entry;
import uk.helpathand.api.casework.SubjectAccessPackage.Line;
import uk.helpathand.api.casework.SubjectAccessPackage.Section;

/**
 * A package as a page that stands alone: no script, nothing from elsewhere, readable on a phone and on paper. Whatever people wrote is
 * shown and never understood: escaped, each text with a direction of its own. Its policy stands in it, because it will be opened from a
 * disk.
 */
final class PackagePage {

    private static final String STYLE = """
            body{margin:0;font:1rem/1.5 sans-serif;color:#0b0c0c;background:#fff}
            main{max-width:45rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
            h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.25rem;border-top:2px solid #0b0c0c;padding-top:.75rem}
            h3{font-size:1rem;margin:1rem 0 .25rem}
            dl{margin:0;padding-left:.75rem;border-left:4px solid #b1b4b6}dt{font-weight:bold}
            dd{margin:0 0 .5rem;white-space:pre-wrap;unicode-bidi:isolate}
            mark{background:#fff7bf;color:#0b0c0c;border:1px solid #594d00;padding:0 .25rem;white-space:normal}
            .id{color:#505a5f;font-size:.875rem}
            @media print{main{max-width:none;padding:0}h2,h3,dt{break-after:avoid}dd{break-inside:avoid}}
            """;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'">
            <title>%s</title>
            <style>%s</style>
            </head>
            <body>
            <main>
            """;

    private final StringBuilder page = new StringBuilder();
    private final boolean review;

    private PackagePage(SubjectAccessPackage shown) {
        review = shown.copy() == SubjectAccessCopy.REVIEW;
        begin(shown);
        shown.sections().forEach(this::add);
        page.append("</main>\n</body>\n</html>\n");
    }

    static String of(SubjectAccessPackage shown) {
        return new PackagePage(shown).page.toString();
    }

    private void begin(SubjectAccessPackage shown) {
        String title = "Help at Hand: what we hold on " + escaped(shown.childReference());
        page.append(HEAD.formatted(hash(STYLE), title, STYLE));
        element("h1", title);
        if (review) {
            element(
                    "p",
                    "<mark>To be looked through. Not for the child.</mark> Lines about other people are marked. What nobody"
                            + " has released is left out of the child's copy. Nobody has decided on "
                            + shown.undecided() + " entries; " + shown.leftOut() + " are exempt.");
        } else {
            element(
                    "p",
                    "This is a copy of what our two systems hold about you. Where a line is about another person and we"
                            + " may not show it to you, it says so.");
            if (shown.leftOut() != null) {
                element("p", "We left out " + shown.leftOut() + " more, because the law lets us in some cases.");
            }
        }
        element("p", "Made on " + escaped(Plain.of(shown.builtAt())) + ", London time.");
        if (shown.until() != null) {
            element("p", "What came after " + escaped(Plain.of(shown.until())) + " is not in it.");
        }
    }

    private void add(Section section) {
        page.append("<section>\n");
        element("h2", escaped(section.title()));
        if (section.entries().isEmpty()) {
            element("p", "Nothing to show.");
        }
        section.entries().forEach(this::add);
        page.append("</section>\n");
    }

    private void add(Entry entry) {
        element("h3", escaped(entry.what()) + (entry.at() == null ? "" : ", " + escaped(Plain.of(entry.at()))));
        if (review) {
            element("p class=\"id\"", escaped(entry.id()) + decided(entry));
        }
        page.append("<dl>\n");
        entry.lines().forEach(this::add);
        page.append("</dl>\n");
    }

    private static String decided(Entry entry) {
        String people = entry.decision() == null ? "" : " <mark>decided: " + escaped(entry.decision()) + "</mark>";
        return people + (Boolean.TRUE.equals(entry.exempt()) ? " <mark>exempt: serious harm</mark>" : "");
    }

    private void add(Line line) {
        String mark = review && line.thirdParty() ? " <mark>another person: " + escaped(line.why()) + "</mark>" : "";
        element("dt", escaped(line.label()) + mark);
        element("dd dir=\"auto\"", escaped(line.text()));
    }

    private void element(String tag, String content) {
        page.append('<').append(tag).append('>').append(content);
        page.append("</").append(tag.split(" ")[0]).append(">\n");
    }

    private static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
