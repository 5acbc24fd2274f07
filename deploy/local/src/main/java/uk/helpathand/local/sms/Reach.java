package uk.helpathand.local.sms;

/** Whether a phone can be reached. */
public enum Reach {
    ON(TextState.DELIVERED),
    /** Switched off until the provider gave up. */
    OFF(TextState.UNREACHABLE),
    /** The number does not exist any more. */
    GONE(TextState.UNKNOWN_NUMBER);

    private final TextState outcome;

    Reach(TextState outcome) {
        this.outcome = outcome;
    }

    /** What becomes of a text to it. */
    TextState outcome() {
        return outcome;
    }
}
