package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.Arrival;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.Part;
import uk.helpathand.local.ServiceProcess;
import uk.helpathand.local.sms.Faults;
import uk.helpathand.people.ChildPhone;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Http.Answer;
import uk.helpathand.people.Marker;

/** Two copies of each service on one database: every effect once, every conversation in order. */
@ExtendWith(RunningWhole.class)
@TestInstance(PER_CLASS)
class ReplicasIT {

    private static final int SUBMISSIONS = 200;
    private static final int TALKERS = 20;
    private static final int MORE_MESSAGES = 5;
    private static final String SWEPT = "SELECT count(*) FROM provider_event WHERE swept";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Whole whole;
    private final ServiceProcess secondContact;
    private final ServiceProcess secondCase;
    private final Map<String, String> codes = new ConcurrentHashMap<>();

    ReplicasIT(Whole whole) {
        this.whole = whole;
        this.secondContact = whole.stack().replica(Part.CONTACT_SERVICE, "contact-service-2");
        this.secondCase = whole.stack().replica(Part.CASE_SERVICE, "case-service-2");
    }

    @BeforeAll
    void startSecondCopies() {
        secondContact.start();
        secondCase.start();
        whole.toContact().leadTo(whole.contact(), secondContact.url());
        whole.toCase().leadTo(whole.stack().caseUrl(), secondCase.url());
    }

    @AfterAll
    void stopSecondCopies() {
        whole.toContact().leadTo(whole.contact());
        whole.toCase().leadTo(whole.stack().caseUrl());
        secondContact.stop();
        secondCase.stop();
    }

    private long answers(int talker) {
        return whole.stack().sms().phone("+447700900" + (600 + talker)).inbox().size();
    }

    @Test
    void textsWhoseCallbacksReachBothAtOnceArriveOnce() {
        var batch = Marker.next();
        var sms = whole.stack().sms();
        var sweptBefore = whole.count("contact", SWEPT);
        sms.callbacksTo(whole.toContact().url());
        sms.numbers().forEach(number -> sms.faults(number, Faults.NONE.withCopies(8)));
        try {
            inParallel(TALKERS, number -> {
                sms.phone("+447700900" + (600 + number)).text(sms.numbers().get(number % 2), text(batch, number));
            });
            // The providers have them from the phones; they call when they get to it.
            var ada = whole.staff("ada");
            Eventually.holds("all have come", PATIENCE, () -> ada.queued(batch).size() >= TALKERS);
            new Arrival(whole).nothingIsOwed(PATIENCE);
            assertThat(ada.queued(batch).stream().map(ReplicasIT::excerpt))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, TALKERS)
                            .mapToObj(number -> text(batch, number))
                            .toList());
            // A text that the sweep found, because both were too busy for its calls, has no first answer.
            var answered = TALKERS - (whole.count("contact", SWEPT) - sweptBefore);
            // A provider takes a text first, and brings it to the phone then.
            Eventually.holds(
                    answered + " answers",
                    PATIENCE,
                    () -> IntStream.range(0, TALKERS).mapToLong(this::answers).sum() >= answered);
            assertThat(IntStream.range(0, TALKERS).mapToLong(this::answers).filter(answers -> answers > 0))
                    .as("one on each of so many phones")
                    .hasSize((int) answered)
                    .containsOnly(1L);
        } finally {
            sms.callbacksTo(null);
            sms.numbers().forEach(number -> sms.faults(number, Faults.NONE));
        }
    }

    @Test
    void submissionsArriveOnceAndInOrder() {
        var batch = Marker.next();
        inParallel(SUBMISSIONS, number -> submit(batch, number));
        inParallel(TALKERS, number -> talk(text(batch, number)));

        var arrival = new Arrival(whole);
        arrival.nothingIsOwed(PATIENCE);
        assertThat(whole.staff("ada").queued(batch).stream().map(ReplicasIT::excerpt))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, SUBMISSIONS)
                        .mapToObj(number -> text(batch, number))
                        .toList());
        for (var number = 0; number < TALKERS; number++) {
            arrival.awaitOnce(PATIENCE, thread(text(batch, number)));
        }
        assertThat(whole.count("casework", "SELECT count(*) FROM message WHERE starts_with(text, ?)", batch))
                .isEqualTo(SUBMISSIONS + TALKERS * MORE_MESSAGES);
        assertThat(whole.toCase().requestsTo(whole.stack().caseUrl())).isPositive();
        assertThat(whole.toCase().requestsTo(secondCase.url())).isPositive();
    }

    @Test
    void repliesArriveOnceAndInOrder() {
        var marker = Marker.next();
        var code = whole.phone().write(marker);
        var enquiry = whole.staff("ada").enquiry(marker);
        var expected = new ArrayList<>(List.of(marker));
        for (var number = 0; number < 20; number++) {
            var text = "reply " + number;
            expected.add(text);
            var key = UUID.randomUUID().toString();
            var once =
                    reply(caseReplica(number), enquiry, text, key).expect(201).json();
            var twice = reply(caseReplica(number + 1), enquiry, text, key)
                    .expect(201)
                    .json();
            assertThat(twice.get("id")).isEqualTo(once.get("id"));
        }

        var phone = new ChildPhone(secondContact.url()).open(code);
        Eventually.holds(
                "all replies", PATIENCE, () -> phone.thread().messages().size() >= expected.size());
        assertThat(phone.over(whole.contact()).thread().messages()).isEqualTo(expected);
        assertThat(whole.toContact().requestsTo(secondContact.url())).isPositive();
    }

    /** Every third child presses twice, and the two presses meet different replicas. */
    private void submit(String batch, int number) {
        var phone = new ChildPhone(contactReplica(number));
        var form = phone.askForm(Map.of("happening", text(batch, number)));
        if (number % 3 == 0) {
            var other = phone.twin(contactReplica(number + 1));
            inParallel(
                    2, press -> (press == 0 ? phone : other).post("/ask", form).expect(303));
        } else {
            phone.post("/ask", form).expect(303);
        }
        codes.put(text(batch, number), phone.code());
    }

    /** Writes again over one replica after the other, and sends everything twice. */
    private void talk(String first) {
        var phone = new ChildPhone(whole.contact()).open(codes.get(first));
        var thread = thread(first);
        for (var number = 1; number < thread.length; number++) {
            phone.over(contactReplica(number));
            var form = phone.writeForm(thread[number]);
            phone.post("/messages", form).expect(303);
            phone.over(contactReplica(number + 1)).post("/messages", form).expect(303);
        }
    }

    private Answer reply(URI replica, JsonNode enquiry, String text, String key) {
        return whole.staff("ada", replica)
                .api()
                .post(
                        "/v1/conversations/" + enquiry.get("conversationId").asText() + "/messages",
                        Map.of("text", text, "audience", "child"),
                        "Idempotency-Key",
                        key);
    }

    private static String text(String batch, int number) {
        return "%s-%03d".formatted(batch, number);
    }

    private static String[] thread(String first) {
        return IntStream.rangeClosed(0, MORE_MESSAGES)
                .mapToObj(number -> number == 0 ? first : first + " and " + number)
                .toArray(String[]::new);
    }

    private static String excerpt(JsonNode line) {
        return line.get("excerpt").asText();
    }

    private URI contactReplica(int number) {
        return number % 2 == 0 ? whole.contact() : secondContact.url();
    }

    private URI caseReplica(int number) {
        return number % 2 == 0 ? whole.stack().caseUrl() : secondCase.url();
    }

    private interface Work {
        void of(int number);
    }

    private static void inParallel(int times, Work work) {
        var threads = Executors.newFixedThreadPool(Math.min(times, 8));
        try {
            var all = IntStream.range(0, times)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> work.of(number)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
