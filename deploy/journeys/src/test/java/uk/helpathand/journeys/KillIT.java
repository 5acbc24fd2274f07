package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.Arrival;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.journeys.fixture.Wire;
import uk.helpathand.local.Part;
import uk.helpathand.people.Marker;

/**
 * {@code kill -9} of one of the services between the commit of a child's message and its receipt at the other end, five
 * times, at points that chance chooses: one enquiry, one message, every time.
 */
@ExtendWith(RunningWhole.class)
class KillIT {

    private static final int TIMES = 5;

    /** Longer than the relay's lease on what a killed replica had claimed. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private enum Moment {
        /** The message is on its way and the other side has nothing of it. */
        BEFORE_THE_REQUEST,
        /** The other side is at work on it. */
        AFTER_THE_REQUEST,
        /** The other side has it, and the sender does not know. */
        BEFORE_THE_ANSWER
    }

    private final Whole whole;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    KillIT(Whole whole) {
        this.whole = whole;
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void betweenCommitAndReceipt() throws InterruptedException {
        var seed = Long.getLong("journeys.seed", System.nanoTime());
        System.out.println("KillIT: -Djourneys.seed=" + seed);
        var random = new Random(seed);
        var codes = new ArrayList<Map.Entry<String, String>>();
        for (var i = 0; i < TIMES; i++) {
            var marker = Marker.next();
            var victim = random.nextBoolean() ? Part.CONTACT_SERVICE : Part.CASE_SERVICE;
            var moment = Moment.values()[random.nextInt(Moment.values().length)];
            codes.add(Map.entry(marker, killedOnce(marker, victim, moment, random.nextInt(30))));
        }
        var arrival = new Arrival(whole);
        for (var sent : codes) {
            arrival.awaitOnce(PATIENCE, sent.getKey());
            assertThat(whole.phone().open(sent.getValue()).thread().messages()).containsExactly(sent.getKey());
        }
    }

    /** Returns the code that the child got in the end. */
    private String killedOnce(String marker, Part victim, Moment moment, int delayMillis) throws InterruptedException {
        var killed = new CountDownLatch(1);
        whole.toCase().watch(new Killer(marker, moment, () -> {
            pause(delayMillis);
            whole.stack().kill(victim);
            killed.countDown();
        }));
        try {
            var phone = whole.phone();
            var form = phone.askForm(Map.of("happening", marker));
            var code = threads.submit(() -> phone.sendUntilTaken(form));
            assertThat(killed.await(60, TimeUnit.SECONDS))
                    .as("%s was killed %s", victim, moment)
                    .isTrue();
            whole.toCase().unwatch();
            whole.stack().start(victim);
            return code.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            whole.toCase().unwatch();
        }
    }

    /** Not to wait for something: to be late by a little. */
    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Strikes once, when the marked message passes. */
    private final class Killer implements Wire.Watcher {

        private final String marker;
        private final Moment moment;
        private final Runnable strike;
        private boolean seen;
        private boolean done;

        Killer(String marker, Moment moment, Runnable strike) {
            this.marker = marker;
            this.moment = moment;
            this.strike = strike;
        }

        @Override
        public synchronized void request(String bytes) {
            if (!bytes.contains(marker)) {
                return;
            }
            seen = true;
            if (moment == Moment.BEFORE_THE_REQUEST) {
                strikeOnce();
            } else if (moment == Moment.AFTER_THE_REQUEST) {
                threads.execute(this::strikeOnce);
            }
        }

        @Override
        public synchronized void answer() {
            if (seen && moment == Moment.BEFORE_THE_ANSWER) {
                strikeOnce();
            }
        }

        private synchronized void strikeOnce() {
            if (!done) {
                done = true;
                strike.run();
            }
        }
    }
}
