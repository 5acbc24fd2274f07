package uk.helpathand.faults;

import java.time.Instant;
import java.util.Optional;

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
    private volatile FromPhone fromPhone;
    private volatile boolean missing;
    private Instant kept;

    /** @param talk the conversation, as the generator counts them */
    Sent(String text, int talk, Side side) {
        this.text = text;
        this.talk = talk;
        this.side = side;
    }

    /** A text as its provider took it. @param at not later than that */
    private record FromPhone(String providerId, Instant at) {}

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

    /** A provider has taken it from a phone: from now on it may not be lost, whatever becomes of the provider's calls. */
    void taken(String providerId, Instant at) {
        fromPhone = new FromPhone(providerId, at);
        acknowledge();
    }

    boolean acknowledged() {
        return acknowledged;
    }

    /** Of a text from a phone, once its provider has taken it. */
    Optional<String> providerId() {
        return Optional.ofNullable(fromPhone).map(FromPhone::providerId);
    }

    /** It is known to be stored, since then at the latest. */
    synchronized void keptSince(Instant when) {
        if (kept == null || when.isBefore(kept)) {
            kept = when;
        }
    }

    synchronized boolean isKept() {
        return kept != null;
    }

    /** The provider was told that it is kept, and it was not there. */
    void miss() {
        missing = true;
    }

    boolean missing() {
        return missing;
    }

    /**
     * Whether it must stand behind an earlier one of its side. A phone does not wait for an answer, and a text whose call
     * failed comes by a later call or by the sweep: it must come first only where it was kept before the next was sent.
     */
    boolean follows(Sent earlier) {
        var from = fromPhone;
        return from == null || earlier.isKeptBefore(from.at());
    }

    private synchronized boolean isKeptBefore(Instant when) {
        return kept != null && kept.isBefore(when);
    }
}
