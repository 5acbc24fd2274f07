package uk.helpathand.api.casework;

/** A new return code: read it out, have it repeated, write it down nowhere. */
public record ReturnCodeView(String returnCode) {

    /** The code opens a thread: it never enters a log. */
    @Override
    public String toString() {
        return "ReturnCodeView[...]";
    }
}
