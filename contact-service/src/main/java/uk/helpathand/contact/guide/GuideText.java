package uk.helpathand.contact.guide;

import java.util.List;
import uk.helpathand.api.Guide;

/** A guide in one language, ready for a page. */
public record GuideText(Guide guide, GuideHead head, List<Section> sections) {

    /** @param html made from Markdown: nothing in it but what Markdown can say */
    public record Section(String heading, String html) {}

    /** The guide's own page. */
    public String address() {
        return "/guides/" + guide.wire();
    }
}
