package uk.helpathand.contact.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import uk.helpathand.api.Guide;

/** Reads a guide's Markdown: a head, then sections that each begin with a heading of the second level. */
final class GuideFile {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(YamlFrontMatterExtension.create()))
            .build();

    // HTML in a guide is shown as it was typed, and no link leads away from these pages but to a phone.
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("tel")))
            .attributeProviderFactory(context -> GuideFile::leftToRight)
            .build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private GuideFile() {}

    static GuideText read(Guide guide, String markdown) {
        Node document = PARSER.parse(markdown);
        var head = new YamlFrontMatterVisitor();
        document.accept(head);
        return new GuideText(guide, GuideHead.of(head.getData()), sections(document));
    }

    /** The parts of a phone number stand from left to right in every language, or nobody can dial it. */
    private static void leftToRight(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && link.getDestination().startsWith("tel:")) {
            attributes.put("dir", "ltr");
        }
    }

    private static List<GuideText.Section> sections(Node document) {
        var sections = new ArrayList<GuideText.Section>();
        Node node = document.getFirstChild();
        if (node instanceof YamlFrontMatterBlock) {
            node = node.getNext();
        }
        while (node != null) {
            if (!isHeading(node)) {
                throw new IllegalArgumentException("a guide must begin with a heading");
            }
            String heading = TEXT.render(node);
            var html = new StringBuilder();
            for (node = node.getNext(); node != null && !isHeading(node); node = node.getNext()) {
                html.append(HTML.render(node));
            }
            sections.add(new GuideText.Section(heading, html.toString()));
        }
        return List.copyOf(sections);
    }

    private static boolean isHeading(Node node) {
        return node instanceof Heading heading && heading.getLevel() == 2;
    }
}
