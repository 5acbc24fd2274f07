package uk.helpathand.platform.time;

import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;

/**
 * What is done again and again, by elapsed time. Quarkus' scheduler goes by the clock on the wall: once that was two hours ahead
 * and is right again, it does nothing for two hours, and alarms, seals and sweeps with it.
 */
@ApplicationScoped
public class Jobs {

    private static final String OFF = "off";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "jobs");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    Config config;

    /** What a job does. Whatever it throws is logged by its class, and the job runs again. */
    @FunctionalInterface
    public interface Job {
        void run() throws Exception;
    }

    /** As {@link #every(String, String, Job)}, the first time at once. */
    public void every(String pause, Job job) {
        every(pause, "0s", job);
    }

    /**
     * One that is still running is not started a second time.
     *
     * @param pause from one start to the next: a duration such as {@code 5s}, or the name of a setting in braces that holds one or
     *     {@code off}
     * @param delay before the first
     */
    public void every(String pause, String delay, Job job) {
        String every =
                pause.startsWith("{") ? config.getValue(pause.substring(1, pause.length() - 1), String.class) : pause;
        if (every.equals(OFF)) {
            return;
        }
        long millis = millis(every);
        var running = new AtomicBoolean();
        timer.scheduleAtFixedRate(() -> start(job, running), millis(delay), millis, TimeUnit.MILLISECONDS);
    }

    /** The timer only starts them: one that takes long holds up no other. */
    private static void start(Job job, AtomicBoolean running) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            Infrastructure.getDefaultWorkerPool().execute(() -> run(job, running));
        } catch (RejectedExecutionException e) {
            // No thread is free, or the service ends.
            running.set(false);
        }
    }

    private static void run(Job job, AtomicBoolean running) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            job.run();
        } catch (Exception e) {
            // The class only: a message may hold what people wrote.
            Log.errorf("a job failed: %s", e.getClass().getName());
        } finally {
            request.terminate();
            running.set(false);
        }
    }

    private static long millis(String duration) {
        Duration parsed = DurationConverter.parseDuration(duration);
        return parsed.toMillis();
    }

    @PreDestroy
    void end() {
        timer.shutdownNow();
    }
}
