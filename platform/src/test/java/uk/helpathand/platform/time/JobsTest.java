package uk.helpathand.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobsTest {

    @Inject
    Jobs jobs;

    @Test
    void a_job_that_fails_runs_again() throws InterruptedException {
        var runs = new CountDownLatch(3);

        jobs.every("0.01s", () -> {
            runs.countDown();
            throw new IllegalStateException("not for the log");
        });

        assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** What reads outside a transaction needs it. */
    @Test
    void a_job_has_a_request_of_its_own() throws InterruptedException {
        var active = new CountDownLatch(1);

        jobs.every("1h", () -> {
            if (Arc.container().requestContext().isActive()) {
                active.countDown();
            }
        });

        assertThat(active.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void one_that_takes_long_is_not_started_twice_and_holds_up_no_other() throws InterruptedException {
        var started = new AtomicInteger();
        var end = new CountDownLatch(1);
        var others = new CountDownLatch(20);

        jobs.every("0.01s", () -> {
            started.incrementAndGet();
            end.await(10, TimeUnit.SECONDS);
        });
        jobs.every("0.01s", others::countDown);

        try {
            assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(started).hasValue(1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void one_that_is_off_never_runs() throws InterruptedException {
        var runs = new CountDownLatch(1);
        System.setProperty("helpathand.test.job", "off");
        try {
            jobs.every("{helpathand.test.job}", runs::countDown);
        } finally {
            System.clearProperty("helpathand.test.job");
        }

        assertThat(runs.await(300, TimeUnit.MILLISECONDS)).isFalse();
    }
}
