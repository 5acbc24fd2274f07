package uk.helpathand.faults;

import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Somebody who sends one thing after the other, again when it was not taken, and now and then twice though it was. */
abstract class Client implements Runnable {

    private static final int MOST_TRIES = 4;

    final Site site;
    final Journal journal;
    final Random random;
    private final AtomicBoolean running;

    Client(Site site, Journal journal, Random random, AtomicBoolean running) {
        this.site = site;
        this.journal = journal;
        this.random = random;
        this.running = running;
    }

    /** One piece of work, from the beginning. Whatever breaks it is the fault's doing; the next one begins anew. */
    abstract void work();

    @Override
    public final void run() {
        while (running.get() && !Thread.currentThread().isInterrupted()) {
            try {
                work();
                pause(200 + random.nextInt(800));
            } catch (UncheckedIOException | AssertionError | IllegalStateException e) {
                // Broken, or broken off: then the interrupt is still to be seen.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400 + random.nextInt(800)));
            }
        }
    }

    /**
     * Presses Send until it is taken, or the patience is over. Returns whether it was taken.
     *
     * @param once sends it, always the same; says whether the answer was that it is taken
     */
    final boolean press(Sent message, BooleanSupplier once) {
        CompletableFuture<Void> twin = random.nextInt(10) == 0
                ? CompletableFuture.runAsync(() -> attempt(message, once))
                : CompletableFuture.completedFuture(null);
        for (var tries = 0; tries < MOST_TRIES && !message.acknowledged(); tries++) {
            if (tries > 0) {
                pause(300);
            }
            attempt(message, once);
        }
        twin.join();
        if (message.acknowledged() && random.nextInt(4) == 0) {
            attempt(message, once);
        }
        return message.acknowledged();
    }

    private static void attempt(Sent message, BooleanSupplier once) {
        try {
            if (once.getAsBoolean()) {
                message.acknowledge();
            }
        } catch (UncheckedIOException | AssertionError e) {
            // No answer, or one that says no: nobody knows what became of it.
        }
    }

    /** Between one press and the next: load, not a wait for something. */
    static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off", e);
        }
    }
}
