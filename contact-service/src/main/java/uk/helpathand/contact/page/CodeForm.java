package uk.helpathand.contact.page;

/**
 * The form that takes a return code.
 *
 * @param code as it was typed, to be put right
 * @param problem what is wrong with it; null at first
 * @param notice why it is asked for again, through no fault of the child's; may be null
 */
public record CodeForm(String code, String problem, String notice) {

    @Override
    public String toString() {
        return "CodeForm[...]";
    }
}
