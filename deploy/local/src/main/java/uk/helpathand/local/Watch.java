package uk.helpathand.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts a part again when it dies, and gives up on one that keeps dying. */
final class Watch {

    static final int MOST_DEATHS = 5;
    static final Duration WITHIN = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String label;
    private final BooleanSupplier alive;
    private final Runnable starter;
    private final Consumer<String> news;
    private final Clock clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    Watch(String label, BooleanSupplier alive, Runnable starter, Consumer<String> news, Clock clock) {
        this.label = label;
        this.alive = alive;
        this.starter = starter;
        this.news = news;
        this.clock = clock;
    }

    /** One for each part that is a process. */
    static void over(LocalStack stack, Consumer<String> news) {
        for (var part : Part.values()) {
            if (part.isProcess()) {
                var watch = new Watch(
                        part.label(), () -> stack.alive(part), () -> stack.start(part), news, Clock.systemUTC());
                var thread = new Thread(watch::keep, "watch-" + part.label());
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private void keep() {
        try {
            do {
                Thread.sleep(LOOK.toMillis());
            } while (alive.getAsBoolean() || revive());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean revive() throws InterruptedException {
        if (!worthAnotherTry()) {
            news.accept("%s died %d times within %d minutes and stays down. The rest goes on; Ctrl-C stops it."
                    .formatted(label, MOST_DEATHS, WITHIN.toMinutes()));
            return false;
        }
        news.accept("%s died; starting it again.".formatted(label));
        Thread.sleep(PAUSE.toMillis());
        try {
            starter.run();
            news.accept("%s is back.".formatted(label));
        } catch (Trouble e) {
            news.accept(e.getMessage());
        }
        return true;
    }

    /** Counts this death. */
    boolean worthAnotherTry() {
        var now = clock.instant();
        deaths.addLast(now);
        while (deaths.getFirst().isBefore(now.minus(WITHIN))) {
            deaths.removeFirst();
        }
        return deaths.size() < MOST_DEATHS;
    }
}
