package uk.helpathand.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Ids;

/** Trap 28: the master key turns while everything reads and writes, and nobody notices. */
@QuarkusTest
class KeyRotationTest extends HttpTest {

    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int BEFORE = 450;

    @TempDir
    Path folder;

    @Inject
    DataSource dataSource;

    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    private Replica one;
    private Replica other;

    /** A subject, and something closed with its key when it was new. */
    private record Sample(UUID id, byte[] closed) {}

    @BeforeEach
    void twoReplicas() throws Exception {
        one = replica("one", GRACE);
        other = replica("other", GRACE);
        one.versions.meet();
        other.versions.meet();
    }

    private Replica replica(String name, Duration grace) {
        return new Replica(folder.resolve(name), 1, dataSource, clock, grace);
    }

    @Test
    void many_read_and_write_on_two_replicas_while_the_key_turns_twice_and_none_fails() throws Exception {
        List<Sample> samples = new CopyOnWriteArrayList<>();
        for (int i = 0; i < BEFORE; i++) {
            samples.add(write(one));
        }
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        var reads = new AtomicLong();
        var over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (Replica replica : List.of(one, other)) {
            threads.add(thread(over, faults, random -> {
                read(replica, samples.get(random.nextInt(samples.size())));
                reads.incrementAndGet();
            }));
            threads.add(thread(over, faults, random -> {
                read(replica, samples.get(random.nextInt(samples.size())));
                reads.incrementAndGet();
            }));
            threads.add(thread(over, faults, random -> {
                samples.add(write(replica));
                Thread.sleep(20);
            }));
        }

        try {
            turnTo(2);
            turnTo(3);
        } finally {
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        one.rotation.turn();

        assertThat(faults).isEmpty();
        assertThat(reads).hasValueGreaterThan(1_000);
        assertThat(samples).hasSizeGreaterThan(BEFORE);
        assertThat(count("data_key WHERE master_version <> 3")).isZero();
        samples.forEach(sample -> assertThat(read(other, sample)).isEqualTo("Kim"));
    }

    /** One replica has the new file at once, the other later. */
    private void turnTo(int version) throws Exception {
        one.hasFile(1, version);
        bothLook();
        Thread.sleep(GRACE.toMillis() / 2);
        bothLook();
        assertThat(count("data_key WHERE master_version = " + version))
                .as("nobody writes with what the other may not have")
                .isZero();
        other.hasFile(1, version);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (count("data_key WHERE master_version < " + version) > 0 || one.versions.forNewKeys() < version) {
            bothLook();
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private void bothLook() throws Exception {
        one.rotation.turn();
        other.rotation.turn();
    }

    @Test
    void without_the_grace_a_replica_that_is_behind_could_not_read() throws Exception {
        Replica hasty = replica("hasty", Duration.ZERO);
        hasty.hasFile(1, 2);
        hasty.rotation.turn();
        Sample sample = write(hasty);

        assertThat(TestDatabase.ask("SELECT master_version FROM data_key")).isEqualTo("2");
        assertThatThrownBy(() -> read(other, sample)).hasMessageContaining("cannot open");
        other.hasFile(1, 2);
        assertThat(read(other, sample)).isEqualTo("Kim");
    }

    @Test
    void the_wait_does_not_begin_anew_with_a_restart() throws Exception {
        one.hasFile(1, 2);
        one.rotation.turn();
        assertThat(one.versions.forNewKeys()).isEqualTo(1);
        TestDatabase.asOwner("UPDATE master_key_version SET first_seen_at = first_seen_at - interval '1 minute'");

        var restarted = new KeyVersions(one.store, dataSource, clock, new Replica.Settings(folder, GRACE));
        restarted.meet();

        assertThat(restarted.forNewKeys()).isEqualTo(2);
    }

    @Test
    void the_first_start_of_all_does_not_wait() throws Exception {
        TestDatabase.asOwner("TRUNCATE master_key_version");
        Replica first = replica("first", Duration.ofHours(1));
        first.hasFile(1, 2);
        first.rotation.turn();

        assertThat(first.versions.forNewKeys()).isEqualTo(2);
    }

    @Test
    void a_replica_whose_file_is_older_undoes_nothing() throws Exception {
        Replica ahead = replica("ahead", Duration.ZERO);
        Replica behind = replica("behind", Duration.ZERO);
        ahead.hasFile(1, 2);
        ahead.rotation.turn();
        write(ahead);
        behind.rotation.turn();

        assertThat(TestDatabase.ask("SELECT master_version FROM data_key")).isEqualTo("2");
    }

    @Test
    void a_data_key_that_does_not_open_holds_the_others_up_no_longer_than_that() throws Exception {
        for (int i = 0; i < 150; i++) {
            write(one);
        }
        TestDatabase.asOwner("UPDATE data_key SET wrapped_key = '\\x00' WHERE subject_id ="
                + " (SELECT subject_id FROM data_key ORDER BY subject_id LIMIT 1)");
        Replica hasty = replica("hasty", Duration.ZERO);
        hasty.hasFile(1, 2);

        hasty.rotation.turn();

        assertThat(count("data_key WHERE master_version = 2")).isEqualTo(149);
        assertThat(count("data_key WHERE master_version = 1")).isEqualTo(1);
    }

    private interface Step {
        void take(Random random) throws Exception;
    }

    private static Thread thread(AtomicBoolean over, Queue<String> faults, Step step) {
        var random = new Random(faults.hashCode());
        var thread = new Thread(() -> {
            while (!over.get()) {
                try {
                    step.take(random);
                } catch (Exception e) {
                    faults.add(e.toString());
                }
            }
        });
        thread.start();
        return thread;
    }

    private static Sample write(Replica replica) {
        UUID id = Ids.next();
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sample(
                        id, replica.dataKeys.create(SubjectKind.CHILD, id).encrypt("Kim", "child.name", id)));
    }

    private static String read(Replica replica, Sample sample) {
        return QuarkusTransaction.requiringNew().call(() -> replica.dataKeys
                .open(SubjectKind.CHILD, sample.id)
                .decrypt(sample.closed, "child.name", sample.id));
    }
}
