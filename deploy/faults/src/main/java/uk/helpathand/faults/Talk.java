package uk.helpathand.faults;

import java.util.Optional;

/** One conversation of the generator: who began it, with which words, and the code that was shown. */
final class Talk {

    private final int number;
    private final String audience;
    private final Sent first;
    private volatile String code;

    Talk(int number, String audience, String firstText) {
        this.number = number;
        this.audience = audience;
        this.first = new Sent(firstText, number, Sent.Side.REQUESTER);
    }

    int number() {
        return number;
    }

    /** child or adult. */
    String audience() {
        return audience;
    }

    Sent first() {
        return first;
    }

    void shown(String shownCode) {
        code = shownCode;
    }

    Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
