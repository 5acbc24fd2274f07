package uk.helpathand.platform.outbox;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.helpathand.platform.trace.PieceOfWork;
import uk.helpathand.platform.trace.Traces;

/**
 * Carries the outbox out: claim, act, settle, in three short transactions with no remote call inside any. Woken after a
 * commit, and by a poll for what another replica or a crash left behind.
 */
@ApplicationScoped
public class Relay {

    /** Refusals that pass: not signed in (a token ran out, keys rotate), time-out, too early, too many. */
    private static final Set<Integer> PASSING = Set.of(401, 408, 425, 429);

    private static final Duration SETTLING_PAUSE = Duration.ofMillis(250);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    @Inject
    Clock clock;

    @Inject
    OutboxConfig config;

    @Inject
    Traces traces;

    private final Map<String, OutboxHandler> handlers;
    private final Semaphore wake = new Semaphore(0);
    private ExecutorService threads;
    private volatile boolean running;

    @Inject
    Relay(@All List<OutboxHandler> handlers) {
        this.handlers = handlers.stream().collect(Collectors.toMap(OutboxHandler::kind, Function.identity()));
    }

    void start(@Observes StartupEvent event) {
        if (!config.relay()) {
            return;
        }
        running = true;
        threads = Executors.newFixedThreadPool(config.workers(), task -> new Thread(task, "outbox-relay"));
        for (int i = 0; i < config.workers(); i++) {
            // One does what was due first: where urgent rows fail slowly and come again, the others never get to the
            // rest.
            boolean urgentFirst = i > 0 || config.workers() == 1;
            threads.execute(() -> work(urgentFirst));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (threads != null) {
            threads.shutdownNow();
            threads.awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    void wakeAfterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Owed owed) {
        wake.release();
    }

    private void work(boolean urgentFirst) {
        while (running) {
            try {
                if (!workOnce(urgentFirst)) {
                    wake.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // An error too: a relay that ended here would be missed only when somebody waits in vain.
                Log.warnf("outbox: interrupted by %s", e.getClass().getSimpleName());
                pause(AFTER_FAULT);
            }
        }
    }

    /** One row, if one is due, an urgent one first. Public for tests that drive the relay by hand. */
    public boolean workOnce() {
        return workOnce(true);
    }

    private boolean workOnce(boolean urgentFirst) {
        long leaseEnds = System.nanoTime() + config.lease().toNanos();
        List<OutboxMessage> claimed = QuarkusTransaction.requiringNew()
                .call(() -> OutboxMessage.claim(1, clock.instant(), config.lease(), urgentFirst));
        claimed.forEach(message -> settle(carryOut(message), leaseEnds));
        return !claimed.isEmpty()
                || QuarkusTransaction.requiringNew()
                        .call(() -> OutboxMessage.bringBack(clock.instant(), config.lease()) > 0);
    }

    /** Returns what is to be written down about it. */
    private Runnable carryOut(OutboxMessage message) {
        try (PieceOfWork work = traces.work("outbox " + message.kind, message.traceParent)) {
            work.about("subject", message.subjectId)
                    .about("stream", message.streamId)
                    .attempt(message.attempts);
            OutboxHandler handler = handlers.get(message.kind);
            if (handler == null) {
                // Not parked: a newer release beside this one may know it.
                throw new IllegalStateException("no handler for " + message.kind);
            }
            handler.handle(message);
            work.succeeded();
            return message::done;
        } catch (OutboxHandler.Refused e) {
            return park(message, e.getMessage());
        } catch (OutboxHandler.Later e) {
            return retryLater(message, e.getMessage(), e.pause());
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            return status >= 400 && status < 500 && !PASSING.contains(status)
                    ? park(message, "HTTP " + status)
                    : retryLater(message, "HTTP " + status);
        } catch (Exception e) {
            // The class only: messages of foreign exceptions may hold what was sent.
            return retryLater(message, e.getClass().getSimpleName());
        }
    }

    private Runnable park(OutboxMessage message, String reason) {
        Log.errorf("outbox: parked %s %s: %s", message.kind, message.subjectId, reason);
        return () -> message.park(reason, clock.instant());
    }

    private Runnable retryLater(OutboxMessage message, String reason) {
        return retryLater(message, reason, Duration.ZERO);
    }

    /** @param atLeast how long to wait, where that is longer than it would be otherwise */
    private Runnable retryLater(OutboxMessage message, String reason, Duration atLeast) {
        Log.warnf("outbox: attempt %d of %s %s failed: %s", message.attempts, message.kind, message.subjectId, reason);
        return () -> message.retryLater(reason, atLeast, clock.instant());
    }

    /**
     * Again while the database is away, or the row and all that is behind it would wait for the end of the lease. After that
     * it is anybody's. Until then once more does no harm: it settles this attempt only, or finds it settled.
     *
     * @param leaseEnds by a clock that nobody can set
     */
    private static void settle(Runnable settling, long leaseEnds) {
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(settling);
                return;
            } catch (RuntimeException e) {
                if (leaseEnds - System.nanoTime() < SETTLING_PAUSE.toNanos() || !pause(SETTLING_PAUSE)) {
                    throw e;
                }
            }
        }
    }

    /** Returns false when the service stops meanwhile. */
    private static boolean pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
