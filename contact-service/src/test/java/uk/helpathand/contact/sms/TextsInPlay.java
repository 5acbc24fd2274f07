package uk.helpathand.contact.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.ClientProxy;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.NewEnquiry;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.fixture.FakeSmsProviders.Answer;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;
import uk.helpathand.platform.time.Clocks;

/** Texts through the webhooks of the running service and out to the fake provider: for tests of what happens between. */
final class TextsInPlay {

    static final String CHILD = "447700900123";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the provider was asked to send: number, words, our reference. */
    record Sent(String to, String words, String reference) {}

    final List<Sent> sent = new CopyOnWriteArrayList<>();

    /** With a provider that takes everything, and case-service too. Nothing is stored. */
    TextsInPlay() {
        FakeCaseService.reset();
        TestDatabase.empty();
        takesAll();
    }

    /** From now on the provider does, whatever it did before. */
    void takesAll() {
        FakeSmsProviders.answers(this::take);
    }

    private Answer take(FakeSmsProviders.Call call) {
        if (!call.method().equals("POST")) {
            return Answer.of(200, "{\"notifications\": [], \"received_text_messages\": [], \"links\": {}}");
        }
        Sent text = read(call);
        sent.add(text);
        return Answer.of(201, "{\"id\": \"p-%s\", \"reference\": \"%s\"}".formatted(text.reference, text.reference));
    }

    /** What Notify says of a text that it is asked about and does not know. */
    static Answer unknown() {
        return Answer.of(200, "{\"notifications\": [], \"links\": {}}");
    }

    /** And of one that it knows: how far it got. */
    static Answer known(FakeSmsProviders.Call asked, String status) {
        String reference = asked.query().replaceAll(".*reference=([^&]*).*", "$1");
        return Answer.of(
                200,
                "{\"notifications\": [{\"id\": \"p-1\", \"reference\": \"%s\", \"status\": \"%s\"}], \"links\": {}}"
                        .formatted(reference, status));
    }

    static Sent read(FakeSmsProviders.Call call) {
        var body = new JsonPath(call.body());
        return new Sent(
                body.getString("phone_number"), body.getString("personalisation.message"), body.getString("reference"));
    }

    /** Moves the clock of the rules of safe contact to this time of today in England. */
    static void atLondon(LocalTime time) {
        Instant now = Instant.now();
        ZonedDateTime then = now.atZone(Clocks.LONDON).with(time);
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(now, then.toInstant()));
        it(TextRules.class).clock = clock;
        it(HeldTexts.class).clock = clock;
        it(Answering.class).clock = clock;
    }

    private static <T> T it(Class<T> type) {
        return ClientProxy.unwrap(CDI.current().select(type).get());
    }

    static String text(String from, String words) {
        return text(UUID.randomUUID().toString(), from, words, Instant.now());
    }

    /** As Notify brings it. */
    static String text(String id, String from, String words, Instant at) {
        byte[] body = body(id, from, words, at);
        post("/webhooks/sms/notify", body);
        return id;
    }

    static byte[] body(String id, String from, String words, Instant at) {
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "id", id,
                    "source_number", from,
                    "destination_number", "07700900801",
                    "message", words,
                    "date_received", at.toString()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was sent without the first answer by machine. */
    List<Sent> answers() {
        return sent.stream()
                .filter(text -> !text.words().startsWith("We have your text."))
                .toList();
    }

    /** The conversation of a child who asked on the page and can be reached like this. */
    static UUID onTheWeb(SafeContact wish) {
        return CDI.current()
                .select(Enquiries.class)
                .get()
                .receive(UUID.randomUUID().toString(), null, null, new NewEnquiry("hi", null, null, wish, "en"))
                .conversationId();
    }

    static void receipt(String reference, String status) {
        post(
                "/webhooks/sms/notify/receipts",
                "{\"id\": \"p-%s\", \"reference\": \"%s\", \"status\": \"%s\"}"
                        .formatted(reference, reference, status)
                        .getBytes());
    }

    static void post(String address, byte[] body) {
        given().header("Authorization", "Bearer " + FakeSmsProviders.NOTIFY_TOKEN)
                .contentType("application/json")
                .body(body)
                .post(address)
                .then()
                .statusCode(204);
    }

    /** By an adviser, as case-service hands it over. */
    static UUID reply(UUID conversation, String words, String overriddenRule) {
        return reply(UUID.randomUUID(), conversation, words, overriddenRule);
    }

    static UUID reply(UUID id, UUID conversation, String words, String overriddenRule) {
        String rule = overriddenRule == null ? "" : ",\"overriddenRule\":\"" + overriddenRule + "\"";
        given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType("application/json")
                .body("{\"author\":\"team\",\"sentAt\":\"%s\",\"text\":\"%s\"%s}".formatted(Instant.now(), words, rule))
                .put("/v1/conversations/" + conversation + "/messages/" + id)
                .then()
                .statusCode(204);
        return id;
    }

    static void settled() {
        Wait.until("outbox empty", () -> "0".equals(TestDatabase.ask("select count(*) from outbox")));
    }

    static UUID conversation() {
        return UUID.fromString(
                TestDatabase.ask("select id from conversation order by created_at desc, id desc limit 1"));
    }

    static long count(String table) {
        return Long.parseLong(TestDatabase.ask("select count(*) from " + table));
    }

    /** What case-service was told last of how far the text about a message got. */
    static JsonPath lastState(UUID message) {
        List<FakeCaseService.Call> told = FakeCaseService.calls("/messages/" + message + "/delivery");
        assertThat(told).isNotEmpty();
        return new JsonPath(told.get(told.size() - 1).body());
    }

    static List<JsonPath> enquiries() {
        return FakeCaseService.calls("/v1/enquiries/").stream()
                .map(call -> new JsonPath(call.body()))
                .toList();
    }

    static List<JsonPath> messages() {
        return FakeCaseService.calls("/messages/").stream()
                .filter(call -> !call.path().endsWith("/delivery"))
                .map(call -> new JsonPath(call.body()))
                .toList();
    }

    static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
