package uk.helpathand.faults;

/** One message that somebody tried to send. Its text stands nowhere else, so it is found again by it. */
final class Sent {

    /** On whose side of the conversation it was written. */
    enum Side {
        REQUESTER,
        TEAM
    }

    private final String text;
    private final int talk;
    private final Side side;
    private volatile boolean acknowledged;

    /** @param talk the conversation, as the generator counts them */
    Sent(String text, int talk, Side side) {
        this.text = text;
        this.talk = talk;
        this.side = side;
    }

    String text() {
        return text;
    }

    int talk() {
        return talk;
    }

    Side side() {
        return side;
    }

    /** The sender was told that it is taken: from now on it may not be lost. Until then nobody knows. */
    void acknowledge() {
        acknowledged = true;
    }

    boolean acknowledged() {
        return acknowledged;
    }
}
