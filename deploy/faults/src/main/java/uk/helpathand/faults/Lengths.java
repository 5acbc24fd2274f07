package uk.helpathand.faults;

import java.time.Duration;

/**
 * How long each fault lasts.
 *
 * @param calm load before it strikes, at least
 * @param calmMore and at most so much more, by chance
 * @param line broken
 * @param stopped a process held still
 * @param starved a pool without a free session
 * @param full a disk
 * @param clock wrong
 * @param noKeycloak it is down
 * @param noCase case-service is down
 * @param noProvider providers of texts are down
 * @param lostSends their answers to sends are lost
 */
record Lengths(
        Duration calm,
        Duration calmMore,
        Duration line,
        Duration stopped,
        Duration starved,
        Duration full,
        Duration clock,
        Duration noKeycloak,
        Duration noCase,
        Duration noProvider,
        Duration lostSends) {

    static final Lengths FULL = of(500, 1500, 8, 20, 10, 8, 12, 15, 90, 15, 8);

    /** Where a part is down for long, ten seconds do. */
    static final Lengths BRIEF = of(500, 1500, 8, 20, 10, 8, 12, 10, 10, 10, 8);

    /** For very many faults in an hour: as long as it takes for requests to be caught by it. */
    static final Lengths SHORT = of(200, 300, 1, 2, 2, 2, 2, 2, 2, 2, 2);

    private static Lengths of(long calmMillis, long calmMoreMillis, long... seconds) {
        return new Lengths(
                Duration.ofMillis(calmMillis),
                Duration.ofMillis(calmMoreMillis),
                Duration.ofSeconds(seconds[0]),
                Duration.ofSeconds(seconds[1]),
                Duration.ofSeconds(seconds[2]),
                Duration.ofSeconds(seconds[3]),
                Duration.ofSeconds(seconds[4]),
                Duration.ofSeconds(seconds[5]),
                Duration.ofSeconds(seconds[6]),
                Duration.ofSeconds(seconds[7]),
                Duration.ofSeconds(seconds[8]));
    }

    /** @param moment of the fault, from 0 to 999 */
    Duration before(int moment) {
        return calm.plus(calmMore.multipliedBy(moment).dividedBy(1000));
    }
}
