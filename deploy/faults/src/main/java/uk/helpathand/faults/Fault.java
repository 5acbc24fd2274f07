package uk.helpathand.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One fault, with all that chance decides about it. Parameters that its kind does not need are drawn and ignored, so that
 * a seed says the same whatever becomes of the kinds.
 *
 * @param onContact it hits contact-service, or what belongs to it; else case-service
 * @param weather of the line, for kinds that break one
 * @param before milliseconds of load until it strikes
 * @param ahead a clock goes forward, else back
 */
record Fault(Kind kind, Link link, boolean onContact, Weather weather, int before, boolean ahead) {

    private static final int DELAY_MILLIS = 1500;
    private static final int RESET_BYTES = 600;

    /** Every kind equally often, in an order of chance. The same seed gives the same faults. */
    static List<Fault> plan(long seed, int trials, List<Kind> kinds) {
        var random = new Random(seed);
        var faults = new ArrayList<Fault>();
        while (faults.size() < trials) {
            var round = new ArrayList<>(kinds);
            Collections.shuffle(round, random);
            round.forEach(kind -> faults.add(draw(kind, random)));
        }
        return List.copyOf(faults.subList(0, trials));
    }

    private static Fault draw(Kind kind, Random random) {
        var link = Link.values()[random.nextInt(Link.values().length)];
        var onContact = random.nextBoolean();
        var delay = 100 + random.nextInt(DELAY_MILLIS);
        var bytes = 1 + random.nextInt(RESET_BYTES);
        var answers = random.nextBoolean();
        var before = 500 + random.nextInt(1500);
        return new Fault(kind, link, onContact, weather(kind, delay, bytes, answers), before, random.nextBoolean());
    }

    private static Weather weather(Kind kind, int delay, int bytes, boolean answers) {
        return switch (kind) {
            case DELAY -> new Weather(Weather.Mode.DELAY, delay, answers);
            case RESET -> new Weather(Weather.Mode.RESET, bytes, answers);
            case BLACK_HOLE -> new Weather(Weather.Mode.BLACK_HOLE, 0, answers);
            case HALF_CLOSE -> new Weather(Weather.Mode.HALF_CLOSE, 0, answers);
            default -> Weather.CALM;
        };
    }

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
            default -> kind.words();
        };
    }
}
