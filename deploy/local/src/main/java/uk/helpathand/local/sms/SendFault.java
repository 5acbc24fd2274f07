package uk.helpathand.local.sms;

/** What goes wrong with a send. */
public enum SendFault {
    NONE(false),
    /** 429 with Retry-After; not accepted. */
    TOO_MANY(false),
    /** 500; not accepted. */
    FAIL(false),
    /** Accepted, and the answer is a 500. */
    ACCEPT_THEN_FAIL(true),
    /** Accepted, and no answer for {@link Timing#hang}. */
    ACCEPT_THEN_HANG(true),
    /** Accepted, and the connection ends without an answer. */
    ACCEPT_THEN_CUT(true);

    private final boolean accepted;

    SendFault(boolean accepted) {
        this.accepted = accepted;
    }

    /** Whether the phone gets the text all the same. */
    boolean accepted() {
        return accepted;
    }
}
