package uk.helpathand.faults;

import java.util.UUID;

/** One decision of the team on an enquiry, however often it was sent. */
final class Deciding {

    private final UUID enquiry;
    private final String outcome;
    private volatile boolean acknowledged;
    private volatile boolean refused;

    Deciding(UUID enquiry, String outcome) {
        this.enquiry = enquiry;
        this.outcome = outcome;
    }

    UUID enquiry() {
        return enquiry;
    }

    String outcome() {
        return outcome;
    }

    /** Staff were answered that it is taken. Until then nobody knows. */
    void acknowledge() {
        acknowledged = true;
    }

    boolean acknowledged() {
        return acknowledged;
    }

    /** Staff were answered that the enquiry is decided already, by somebody else's decision: no try of this one was carried out. */
    void refuse() {
        refused = true;
    }

    boolean refused() {
        return refused;
    }
}
