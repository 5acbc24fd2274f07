package uk.helpathand.faults;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** More callers than a pool has sessions, each of whom calls again at once. Nobody counts their answers. */
final class Crowd implements AutoCloseable {

    /** Of each service, as both come configured. */
    static final int SESSIONS = 20;

    private static final int CALLERS = SESSIONS + 4;
    private static final long BREATH_NANOS = 50_000_000;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private volatile boolean calling = true;

    private final Runnable call;

    /** @param call asks the service for something that it has to look up */
    Crowd(Runnable call) {
        this.call = call;
        // One alone, so that the first of its kind is not begun by all of them at once.
        once();
    }

    void come() {
        for (var i = 0; i < CALLERS; i++) {
            callers.execute(this::again);
        }
    }

    private void again() {
        while (calling) {
            once();
            LockSupport.parkNanos(BREATH_NANOS);
        }
    }

    private void once() {
        try {
            call.run();
        } catch (RuntimeException | AssertionError e) {
            // Refused or too late: what this is for.
        }
    }

    @Override
    public void close() {
        calling = false;
        callers.shutdown();
    }
}
