package uk.helpathand.faults;

import java.util.Optional;

/** One conversation of the generator: who began it, with which words, and the code that was shown or the phone it is on. */
final class Talk {

    private final int number;
    private final String audience;
    private final String phone;
    private final Sent first;
    private volatile String code;

    /** @param phone number of the phone that texts; null for a talk on the pages */
    Talk(int number, String audience, String phone, String firstText) {
        this.number = number;
        this.audience = audience;
        this.phone = phone;
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

    Optional<String> phone() {
        return Optional.ofNullable(phone);
    }
}
