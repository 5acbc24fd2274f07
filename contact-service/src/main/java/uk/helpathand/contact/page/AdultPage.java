package uk.helpathand.contact.page;

import java.util.List;

/**
 * One question as the page shows it.
 *
 * @param progress where in the form this is
 * @param action where it is sent
 * @param back the page before
 * @param changing the adult came from their answers and goes back there
 * @param danger they said that a child is in danger now
 * @param children whom it is about, on the page that lists them
 * @param full no further child can be added
 */
public record AdultPage(
        String title,
        String progress,
        String heading,
        String why,
        String action,
        String back,
        boolean changing,
        boolean first,
        boolean danger,
        boolean begunAnew,
        List<AdultField> fields,
        List<Child> children,
        boolean full,
        List<FieldProblem> problems,
        String notice) {

    /** A line of that list. */
    public record Child(int number, String name, boolean removable) {}
}
