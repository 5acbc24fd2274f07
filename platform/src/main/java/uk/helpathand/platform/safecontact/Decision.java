package uk.helpathand.platform.safecontact;

import java.time.Instant;

/** What safe contact makes of a text. */
public sealed interface Decision {

    /** It goes now. */
    record Send(Form form) implements Decision {}

    /**
     * It waits, and is asked about again then: the child may have said something else by that time.
     *
     * @param until the first instant of the next window
     */
    record Hold(Form form, Instant until) implements Decision {}

    /** It does not go as a text; the message is still in the thread on the web. */
    record Refuse(Rule rule) implements Decision {}
}
