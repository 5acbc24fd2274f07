package uk.helpathand.contact.page;

import java.util.List;

/**
 * All answers, to be checked.
 *
 * @param sections what was asked once comes without a heading
 * @param missing what holds the form back, each with the address where it is answered
 */
public record AdultCheckPage(
        List<Section> sections, List<Missing> missing, String formToken, boolean danger, String notice) {

    public record Section(String heading, List<Row> rows) {}

    /** @param change what the link says to who does not see where it stands */
    public record Row(String question, List<Line> lines, String path, String change) {}

    /** @param label null where the question says it */
    public record Line(String label, String text) {}

    public record Missing(String path, String words) {}
}
