package uk.helpathand.contact.page;

/**
 * The form to write again. It works after reading has ended: the append token adds and never reads.
 *
 * @param text as it was typed, to be put right or sent again
 * @param problem what is wrong with it; null at first
 * @param notice why it is here again, through no fault of the child's; may be null
 */
public record WriteForm(String text, String formToken, String appendToken, String problem, String notice) {

    boolean hasAppendToken() {
        return appendToken != null && !appendToken.isBlank();
    }

    WriteForm withProblem(String what) {
        return new WriteForm(text, formToken, appendToken, what, null);
    }

    WriteForm withNotice(String why) {
        return new WriteForm(text, formToken, appendToken, problem, why);
    }
}
