package uk.helpathand.faults;

/**
 * One fault, with all that chance decides about it. What its kind does not need is ignored.
 *
 * @param onContact it hits contact-service, or what belongs to it; else case-service
 * @param weather of the line, for kinds that break one
 * @param moment how much of the longest calm passes until it strikes, in thousandths
 * @param ahead a clock goes forward, else back
 * @param cut the answer to a sent text is cut off, else nothing comes
 * @param answer it strikes when an answer to a provider comes out, else when its call goes in
 * @param late and so many milliseconds after that
 */
record Fault(
        Kind kind,
        Link link,
        boolean onContact,
        Weather weather,
        int moment,
        boolean ahead,
        boolean cut,
        boolean answer,
        int late) {

    /** For the line on the screen. */
    String words() {
        return switch (kind) {
            case DELAY, RESET, BLACK_HOLE, HALF_CLOSE ->
                "%s: %s%s%s"
                        .formatted(
                                kind.words(),
                                link.words(),
                                weather.answers() ? ", answers only" : "",
                                weather.amount() == 0
                                        ? ""
                                        : ", " + weather.amount() + (kind == Kind.DELAY ? " ms" : " bytes"));
            case KILL_BACKEND, POOL -> kind.words() + (onContact ? ", contact" : ", casework");
            case CLOCK ->
                kind.words() + (onContact ? ", contact-service" : ", case-service") + (ahead ? ", ahead" : ", behind");
            case WEBHOOK_KILL -> "%s: %d ms after %s".formatted(kind.words(), late, answer ? "it" : "the call");
            case SEND_LOST -> kind.words() + (cut ? ", cut off" : ", held back");
            default -> kind.words();
        };
    }
}
