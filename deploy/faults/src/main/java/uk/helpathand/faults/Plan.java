package uk.helpathand.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Which faults, in which order. The same seed gives the same ones, and a longer plan begins as a shorter one does. Kinds
 * and, of each kind, its variants (which line, which direction, which service) are dealt like cards: all of them have
 * been there before one comes again.
 */
final class Plan {

    private static final int DELAY_MILLIS = 1500;
    private static final int RESET_BYTES = 600;
    private static final int AROUND_MILLIS = 50;
    private static final int OFTEN = 4;

    private final Random random;
    private final Map<Kind, Deque<Variant>> decks = new EnumMap<>(Kind.class);

    private Plan(long seed) {
        random = new Random(seed);
    }

    /** What is special about a fault but for its amounts. What its kind has no use for is false or the first. */
    private record Variant(Link link, boolean answers, boolean onContact, boolean ahead) {

        static Variant of(boolean answers) {
            return new Variant(Link.values()[0], answers, false, false);
        }
    }

    /** @param many kinds with many variants four times as often as the others */
    static List<Fault> of(long seed, int trials, List<Kind> kinds, boolean many) {
        var plan = new Plan(seed);
        var faults = new ArrayList<Fault>();
        while (faults.size() < trials) {
            plan.deal(kinds, many).forEach(kind -> faults.add(plan.draw(kind)));
        }
        return List.copyOf(faults.subList(0, trials));
    }

    private List<Kind> deal(List<Kind> kinds, boolean many) {
        var deck = new ArrayList<Kind>();
        kinds.forEach(kind -> deck.addAll(Collections.nCopies(many && kind.hasMany() ? OFTEN : 1, kind)));
        Collections.shuffle(deck, random);
        return deck;
    }

    private Fault draw(Kind kind) {
        var deck = decks.computeIfAbsent(kind, key -> new ArrayDeque<>());
        if (deck.isEmpty()) {
            var variants = new ArrayList<>(variants(kind));
            Collections.shuffle(variants, random);
            deck.addAll(variants);
        }
        var variant = deck.pop();
        var delay = 100 + random.nextInt(DELAY_MILLIS);
        var bytes = 1 + random.nextInt(RESET_BYTES);
        return new Fault(
                kind,
                variant.link(),
                variant.onContact(),
                weather(kind, delay, bytes, variant.answers()),
                random.nextInt(1000),
                variant.ahead(),
                variant.answers(),
                variant.answers(),
                random.nextInt(AROUND_MILLIS + 1));
    }

    private static List<Variant> variants(Kind kind) {
        var first = Link.values()[0];
        return switch (kind) {
            case DELAY, RESET, BLACK_HOLE, HALF_CLOSE ->
                Arrays.stream(Link.values())
                        .flatMap(link -> both().map(answers -> new Variant(link, answers, false, false)))
                        .toList();
            case KILL_BACKEND, POOL ->
                both().map(onContact -> new Variant(first, false, onContact, false))
                        .toList();
            case CLOCK ->
                both().flatMap(onContact -> both().map(ahead -> new Variant(first, false, onContact, ahead)))
                        .toList();
            case WEBHOOK_KILL, SEND_LOST -> both().map(Variant::of).toList();
            default -> List.of(Variant.of(false));
        };
    }

    private static Stream<Boolean> both() {
        return Stream.of(true, false);
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
}
