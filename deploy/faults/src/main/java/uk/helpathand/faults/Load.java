package uk.helpathand.faults;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.helpathand.people.Junction;

/** All clients of one round, at work until they are stopped. */
final class Load {

    private static final int CHILDREN = 4;
    private static final int ADULTS = 1;

    /** Every try of the last message of a client in a black hole. */
    private static final int LAST_MESSAGES_SECONDS = 120;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Thread watch;
    private final AtomicBoolean running = new AtomicBoolean(true);

    Load(Site site, Journal journal, Promises promises, long seed, int round) {
        var random = new Random(seed * 31 + round);
        for (var i = 0; i < CHILDREN + ADULTS; i++) {
            threads.execute(new Requester(site, journal, new Random(random.nextLong()), running, i >= CHILDREN));
        }
        for (var i = 0; i < Adviser.PEOPLE; i++) {
            threads.execute(new Adviser(site, journal, new Random(random.nextLong()), running, i));
        }
        for (var i = 0; i < Texter.PEOPLE; i++) {
            threads.execute(new Texter(site, journal, new Random(random.nextLong()), running, i));
        }
        watch = Junction.start(promises::watch);
    }

    /** Lets each finish what it is at. */
    void close() {
        running.set(false);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_MESSAGES_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        watch.interrupt();
    }
}
