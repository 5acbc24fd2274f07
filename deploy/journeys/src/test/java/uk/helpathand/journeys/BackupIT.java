package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.LocalStack;
import uk.helpathand.local.Part;
import uk.helpathand.local.Restore;
import uk.helpathand.local.StackConfig;
import uk.helpathand.people.ChildPhone;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;

/** The drill: a backup under load, restored elsewhere. Nothing acknowledged before it is lost, nothing comes twice. */
@ExtendWith(RunningWhole.class)
class BackupIT {

    private static final Path REPOSITORY = Path.of(System.getProperty("maven.multiModuleProjectDirectory", "../.."));
    private static final int CHILDREN_AT_ONCE = 4;
    private static final int ON_EACH_SIDE = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Whole whole;
    private final String batch = Marker.next();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    /** @param acknowledged when the child's browser had the answer */
    private record Sent(String words, ChildPhone phone, Map<String, Object> form, String code, Instant acknowledged) {}

    BackupIT(Whole whole) {
        this.whole = whole;
    }

    @Test
    void what_was_acknowledged_before_the_backup_is_there_after_the_restore_and_comes_once() {
        Instant point = backUpUnderLoad();
        List<Sent> kept =
                sent.stream().filter(one -> one.acknowledged.isBefore(point)).toList();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(ON_EACH_SIDE);
        assertThat(sent.size()).isGreaterThanOrEqualTo(kept.size() + ON_EACH_SIDE);

        try (var restored = restored()) {
            start(restored);
            assertThat(restored.contactUrl()).isNotEqualTo(whole.contact());

            eachIsOnItsThreadOnce(kept, restored.contactUrl());
            long stored = enquiries(restored);
            eachSentAgainIsKnown(kept, restored.contactUrl());
            assertThat(enquiries(restored)).isEqualTo(stored);
            eachIsInTheQueueOnce(kept, restored.caseUrl());

            whatCameLaterIsTakenWhenItIsSentAgain(point, restored);
        }
    }

    private Instant backUpUnderLoad() {
        ExecutorService children = Executors.newFixedThreadPool(CHILDREN_AT_ONCE);
        try {
            var running = IntStream.range(0, CHILDREN_AT_ONCE)
                    .mapToObj(child -> CompletableFuture.runAsync(this::writeOnAndOn, children))
                    .toArray(CompletableFuture<?>[]::new);
            Eventually.holds("some have written", PATIENCE, () -> sent.size() >= ON_EACH_SIDE);
            Instant point = whole.stack().backup(folder.resolve("backup"), folder.resolve("keys"));
            int already = sent.size();
            Eventually.holds(
                    "more have written", PATIENCE, () -> sent.size() >= already + ON_EACH_SIDE + CHILDREN_AT_ONCE);
            writing.set(false);
            CompletableFuture.allOf(running).join();
            return point;
        } finally {
            writing.set(false);
            children.shutdown();
        }
    }

    private void writeOnAndOn() {
        while (writing.get()) {
            String words = "%s %04d".formatted(batch, number.incrementAndGet());
            ChildPhone phone = whole.phone();
            Map<String, Object> form = phone.askForm(Map.of("happening", words));
            phone.post("/ask", form).expect(303);
            Instant acknowledged = Instant.now();
            sent.add(new Sent(words, phone, form, phone.code(), acknowledged));
        }
    }

    private LocalStack restored() {
        var config = StackConfig.forTest(REPOSITORY, folder.resolve("restored"));
        // Keycloak keeps nothing of ours: the one that runs serves the restored services too.
        String realm = whole.stack().tokenUrl().toString().replace("/protocol/openid-connect/token", "");
        for (Part service : List.of(Part.CONTACT_SERVICE, Part.CASE_SERVICE)) {
            config = config.with(service, "HELPATHAND_OIDC_URL", realm);
        }
        for (String limit : List.of("FROM_ONE_NETWORK", "SAME_WORDS", "ALTOGETHER")) {
            config = config.with(Part.CONTACT_SERVICE, "HELPATHAND_FLOODS_" + limit, "1000000");
        }
        Restore.into(config, folder.resolve("backup"), folder.resolve("keys"), false);
        return new LocalStack(config);
    }

    private static void start(LocalStack restored) {
        for (Part part : List.of(Part.POSTGRES, Part.MAIL, Part.CASE_SERVICE, Part.CONTACT_SERVICE)) {
            restored.start(part);
        }
    }

    private static void eachIsOnItsThreadOnce(List<Sent> kept, URI contact) {
        for (Sent one : kept) {
            assertThat(new ChildPhone(contact).open(one.code).thread().messages())
                    .containsExactly(one.words);
        }
    }

    private static void eachSentAgainIsKnown(List<Sent> kept, URI contact) {
        for (Sent one : kept) {
            one.phone.twin(contact).post("/ask", one.form).expect(303);
        }
    }

    private void eachIsInTheQueueOnce(List<Sent> kept, URI casework) {
        var ada = whole.staff("ada", casework);
        List<String> words = kept.stream().map(Sent::words).toList();
        Eventually.holds("all are in the queue", PATIENCE, () -> excerpts(ada.queued(batch))
                .containsAll(words));
        assertThat(excerpts(ada.queued(batch))).doesNotHaveDuplicates();
    }

    private void whatCameLaterIsTakenWhenItIsSentAgain(Instant point, LocalStack restored) {
        Sent later = sent.stream()
                .filter(one -> one.acknowledged.isAfter(point.plusSeconds(1)))
                .reduce((one, next) -> next)
                .orElseThrow();
        ChildPhone phone = later.phone.twin(restored.contactUrl());
        phone.post("/ask", later.form).expect(303);
        String code = phone.code();
        phone.twin(restored.contactUrl()).post("/ask", later.form).expect(303);
        assertThat(new ChildPhone(restored.contactUrl()).open(code).thread().messages())
                .containsExactly(later.words);
    }

    private static List<String> excerpts(List<JsonNode> enquiries) {
        return enquiries.stream()
                .map(enquiry -> enquiry.get("excerpt").asText())
                .toList();
    }

    private static long enquiries(LocalStack stack) {
        try (var connection = stack.superuser("contact");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM enquiry")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
