package uk.helpathand.local.sms;

/** The state of a text, and what each provider calls it (STANDARDS.md §1.1 and §1.2). */
public enum TextState {
    RECEIVED("received", "received", null),
    QUEUED("created", "queued", null),
    SENT("sending", "sent", null),
    DELIVERED("delivered", "delivered", null),
    UNREACHABLE("temporary-failure", "undelivered", 30003),
    UNKNOWN_NUMBER("permanent-failure", "undelivered", 30005);

    private final String atNotify;
    private final String atTwilio;
    private final Integer twilioError;

    TextState(String atNotify, String atTwilio, Integer twilioError) {
        this.atNotify = atNotify;
        this.atTwilio = atTwilio;
        this.twilioError = twilioError;
    }

    String atNotify() {
        return atNotify;
    }

    String atTwilio() {
        return atTwilio;
    }

    /** Null when nothing failed. */
    Integer twilioError() {
        return twilioError;
    }

    boolean isFinal() {
        return this != QUEUED && this != SENT;
    }
}
