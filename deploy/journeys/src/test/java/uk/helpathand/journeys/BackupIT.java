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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    /** @param acknowledged when the child's browser had the answer */
    private record Sent(String words, ChildPhone phone, Map<String, Object> form, String code, Instant acknowledged) {}

    /** @param path of the thread at case-service */
    private record Reply(Sent to, String path, Map<String, String> body, String key, Instant acknowledged) {

        String words() {
            return body.get("text");
        }
    }

    BackupIT(Whole whole) {
        this.whole = whole;
    }

    @Test
    void what_was_acknowledged_before_the_backup_is_there_after_the_restore_and_comes_once() {
        var texts = new TextsAcrossBackup(whole);
        texts.areAnsweredWhileTheirProvidersAreBusy();
        Instant point = backUpUnderLoad();
        texts.reachTheirPhones();
        List<Sent> kept =
                sent.stream().filter(one -> one.acknowledged.isBefore(point)).toList();
        assertThat(kept).hasSizeGreaterThanOrEqualTo(ON_EACH_SIDE);
        assertThat(sent.size()).isGreaterThanOrEqualTo(kept.size() + ON_EACH_SIDE);
        List<Reply> keptReplies =
                replies.stream().filter(one -> one.acknowledged.isBefore(point)).toList();
        assertThat(keptReplies).isNotEmpty();

        try (var restored = restored(texts)) {
            restored.start(Part.POSTGRES);
            assertThat(count(restored, "contact", TextsAcrossBackup.OWED)).isEqualTo(2);
            start(restored);
            assertThat(restored.contactUrl()).isNotEqualTo(whole.contact());

            eachIsOnItsThreadOnce(kept, restored.contactUrl());
            long stored = enquiries(restored);
            eachSentAgainIsKnown(kept, restored.contactUrl());
            assertThat(enquiries(restored)).isEqualTo(stored);
            eachIsInTheQueueOnce(kept, restored);
            eachReplySentAgainStandsOnItsThreadOnce(keptReplies, restored);
            texts.areOnTheirPhonesOnce(restored, whole.staff("ada", restored.caseUrl()));

            whatCameLaterIsTakenWhenItIsSentAgain(point, restored);
        }
    }

    private Instant backUpUnderLoad() {
        ExecutorService people = Executors.newFixedThreadPool(CHILDREN_AT_ONCE + 1);
        try {
            var running = Stream.concat(
                            Stream.of(CompletableFuture.runAsync(this::answerOnAndOn, people)),
                            IntStream.range(0, CHILDREN_AT_ONCE)
                                    .mapToObj(child -> CompletableFuture.runAsync(this::writeOnAndOn, people)))
                    .toArray(CompletableFuture<?>[]::new);
            Eventually.holds(
                    "some have written, and some were answered",
                    PATIENCE,
                    () -> sent.size() >= ON_EACH_SIDE && !replies.isEmpty() || oneFailed(running));
            Instant point = whole.stack().backup(folder.resolve("backup"), folder.resolve("keys"));
            int already = sent.size();
            Eventually.holds(
                    "more have written",
                    PATIENCE,
                    () -> sent.size() >= already + ON_EACH_SIDE + CHILDREN_AT_ONCE || oneFailed(running));
            writing.set(false);
            CompletableFuture.allOf(running).join();
            return point;
        } finally {
            writing.set(false);
            people.shutdown();
        }
    }

    private static boolean oneFailed(CompletableFuture<?>... running) {
        return Stream.of(running).anyMatch(CompletableFuture::isCompletedExceptionally);
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

    /** One after the other, those who have just written. */
    private void answerOnAndOn() {
        var ada = whole.staff("ada");
        while (writing.get()) {
            Sent newest = Eventually.get(
                    "somebody has written", PATIENCE, () -> sent.stream().reduce((one, next) -> next));
            JsonNode enquiry = ada.enquiry(newest.words, PATIENCE);
            String path = "/v1/conversations/" + enquiry.get("conversationId").asText() + "/messages";
            var body = Map.of("text", newest.words + " answered " + number.incrementAndGet(), "audience", "child");
            String key = UUID.randomUUID().toString();
            ada.api().post(path, body, "Idempotency-Key", key).expect(201);
            replies.add(new Reply(newest, path, body, key, Instant.now()));
        }
    }

    private LocalStack restored(TextsAcrossBackup texts) {
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
        return new LocalStack(texts.atTheSameProviders(config));
    }

    private static void start(LocalStack restored) {
        for (Part part : List.of(Part.MAIL, Part.CASE_SERVICE, Part.CONTACT_SERVICE)) {
            restored.start(part);
        }
    }

    private static void eachIsOnItsThreadOnce(List<Sent> kept, URI contact) {
        for (Sent one : kept) {
            assertThat(new ChildPhone(contact).open(one.code).thread().messages())
                    .containsOnlyOnce(one.words);
        }
    }

    private void eachReplySentAgainStandsOnItsThreadOnce(List<Reply> kept, LocalStack restored) {
        var ada = whole.staff("ada", restored.caseUrl());
        long stored = count(restored, "casework", "message");
        for (Reply one : kept) {
            ada.api().post(one.path, one.body, "Idempotency-Key", one.key).expect(201);
        }
        assertThat(count(restored, "casework", "message"))
                .as("each was there before it was sent again")
                .isEqualTo(stored);
        for (String database : List.of("contact", "casework")) {
            Eventually.holds(
                    "nothing is owed",
                    PATIENCE,
                    () -> count(restored, database, "outbox WHERE parked_at IS NULL") == 0);
        }
        for (Reply one : kept) {
            assertThat(new ChildPhone(restored.contactUrl())
                            .open(one.to.code)
                            .thread()
                            .messages())
                    .containsOnlyOnce(one.words());
        }
    }

    private static void eachSentAgainIsKnown(List<Sent> kept, URI contact) {
        for (Sent one : kept) {
            one.phone.twin(contact).post("/ask", one.form).expect(303);
        }
    }

    private void eachIsInTheQueueOnce(List<Sent> kept, LocalStack restored) {
        var ada = whole.staff("ada", restored.caseUrl());
        List<String> words = kept.stream().map(Sent::words).toList();
        Eventually.holds("all are in the queue", PATIENCE, () -> excerpts(ada.queued(batch))
                .containsAll(words));
        Eventually.holds(
                "nothing is owed", PATIENCE, () -> count(restored, "contact", "outbox WHERE parked_at IS NULL") == 0);
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
        return count(stack, "contact", "enquiry");
    }

    private static long count(LocalStack stack, String database, String table) {
        try (var connection = stack.superuser(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
