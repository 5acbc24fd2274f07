package uk.helpathand.contact.page;

import uk.helpathand.contact.guide.GuideText;

/** A guide, and until when somebody stands behind it. */
public record GuidePage(GuideText text, String checkedOn, String nextCheckBy) {

    static GuidePage of(GuideText text, Times times) {
        return new GuidePage(
                text, times.date(text.head().reviewed()), times.date(text.head().reviewBy()));
    }
}
