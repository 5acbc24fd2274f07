package uk.helpathand.faults;

/**
 * What a {@link Line} does to what passes.
 *
 * @param amount of a delay the milliseconds, of a reset the bytes that still pass
 * @param answers only what comes back is hit: the far side has done its work, and the near side does not know
 */
record Weather(Mode mode, int amount, boolean answers) {

    static final Weather CALM = new Weather(Mode.CALM, 0, false);

    enum Mode {
        CALM,
        /** Every piece comes late. */
        DELAY,
        /** After that many bytes both ends see a reset. */
        RESET,
        /** Taken in and never passed on; the connection stays open and dead, also when the weather is calm again. */
        BLACK_HOLE,
        /** One direction is closed at the first piece that passes, the other stays open. */
        HALF_CLOSE
    }

    /** Whether it touches what passes in this direction. */
    boolean hits(boolean answer) {
        return mode != Mode.CALM && (answer || !answers);
    }
}
