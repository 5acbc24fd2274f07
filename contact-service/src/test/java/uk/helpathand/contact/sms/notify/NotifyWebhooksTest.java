package uk.helpathand.contact.sms.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.sms.FakeTexts;
import uk.helpathand.contact.sms.TextState;
import uk.helpathand.platform.fixture.Caller;
import uk.helpathand.platform.fixture.Canary;

/** Where Notify calls (STANDARDS 1.1, traps 1, 2, 14). */
@QuarkusTest
class NotifyWebhooksTest {

    private static final String ADDRESS = "/webhooks/sms/notify";
    private static final String RECEIPTS = "/webhooks/sms/notify/receipts";
    private static final String TEXT = "{\"id\": \"b6a1\", \"source_number\": \"447700900123\","
            + " \"destination_number\": \"07700900801\", \"message\": \"help me\","
            + " \"date_received\": \"2026-11-28T12:00:00.000000Z\"}";
    private static final String RECEIPT = "{\"id\": \"7\", \"reference\": \"r\", \"status\": \"delivered\"}";

    @TestHTTPResource
    URI service;

    @Inject
    MeterRegistry metrics;

    private FakeTexts texts;

    @BeforeEach
    void begin() {
        texts = FakeTexts.begin();
    }

    @Test
    void a_text_is_kept_and_then_acknowledged() {
        from(FakeSmsProviders.NOTIFY_TOKEN).body(TEXT).post(ADDRESS).then().statusCode(204);
        from(FakeSmsProviders.NOTIFY_OLD_TOKEN).body(TEXT).post(ADDRESS).then().statusCode(204);
        assertThat(texts.received).hasSize(2);
        assertThat(texts.received.get(0).body()).isEqualTo("help me");
        assertThat(texts.received.get(0).from()).isEqualTo("447700900123");
        assertThat(texts.received.get(0).raw()).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_receipt_is_kept_and_then_acknowledged() {
        from(FakeSmsProviders.NOTIFY_TOKEN).body(RECEIPT).post(RECEIPTS).then().statusCode(204);
        assertThat(texts.statuses).hasSize(1);
        assertThat(texts.statuses.get(0).state()).isEqualTo(TextState.DELIVERED);
        assertThat(texts.statuses.get(0).reference()).isEqualTo("r");
    }

    @Test
    void whoever_does_not_prove_to_be_notify_leaves_nothing_behind() {
        double before = refused();
        for (String address : new String[] {ADDRESS, RECEIPTS}) {
            for (String authorization : new String[] {
                null,
                "",
                "Bearer",
                "Bearer wrong-token-of-mine",
                "Basic " + FakeSmsProviders.NOTIFY_TOKEN,
                "Bearer a.b.c"
            }) {
                RequestSpecification call = given().body(TEXT).contentType("application/json");
                if (authorization != null) {
                    call.header("Authorization", authorization);
                }
                call.post(address)
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", "Bearer")
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:helpathand:problem:unauthenticated"));
            }
        }
        var twice = new Caller(service).call("POST", ADDRESS).body("application/json", TEXT);
        twice.with("Authorization", "Bearer " + FakeSmsProviders.NOTIFY_TOKEN)
                .with("Authorization", "Bearer " + FakeSmsProviders.NOTIFY_TOKEN);
        assertThat(twice.send().status()).as("two headers").isEqualTo(401);
        texts.assertNothingKept();
        assertThat(refused() - before).isEqualTo(13);
    }

    @Test
    void once_proved_nothing_is_refused_whatever_it_is() {
        String[] bodies = {
            "",
            "hello",
            "[]",
            "{",
            "{\"id\": \"1\", \"text\": \"neither sender nor message\"}",
            "[".repeat(10_000),
            "\u0000\u00ff",
            "x".repeat(100_000)
        };
        String[] types = {
            "application/json", "text/plain", "application/x-www-form-urlencoded", "image/png", "application/xml"
        };
        for (int i = 0; i < bodies.length; i++) {
            for (String address : new String[] {ADDRESS, RECEIPTS}) {
                var answer = new Caller(service)
                        .call("POST", address)
                        .with("Authorization", "Bearer " + FakeSmsProviders.NOTIFY_TOKEN)
                        .with("Accept", "text/html")
                        .body(types[i % types.length], bodies[i])
                        .send();
                assertThat(answer.status())
                        .as(types[i % types.length] + " " + i)
                        .isEqualTo(204);
            }
        }
        assertThat(texts.unreadable).hasSize(2 * bodies.length);
        assertThat(texts.unreadable.get(2).raw()).isEqualTo("hello");
        assertThat(texts.unreadable.get(2).provider()).isEqualTo("notify");
        assertThat(texts.unreadable.get(2).contentType()).startsWith("text/plain");
        assertThat(texts.received).isEmpty();
        assertThat(texts.statuses).isEmpty();
    }

    @Test
    void a_type_that_is_none_hides_no_text() {
        for (String type : new String[] {"nonsense", "application/json; charset=", "application/json;;", "a/b/c", ""}) {
            var answer = new Caller(service)
                    .call("POST", ADDRESS)
                    .with("Authorization", "Bearer " + FakeSmsProviders.NOTIFY_TOKEN)
                    .body(type, TEXT)
                    .send();
            assertThat(answer.status()).as(type).isEqualTo(204);
        }
        assertThat(texts.received).hasSize(5);
    }

    @Test
    void what_could_not_be_committed_is_to_be_sent_again() {
        try (Canary canary = Canary.watch()) {
            texts.failWith(new IllegalStateException(Canary.SENTENCE, new SQLException(Canary.NAME, "08006")));
            for (String address : new String[] {ADDRESS, RECEIPTS}) {
                for (String body : new String[] {TEXT, RECEIPT, "unreadable"}) {
                    from(FakeSmsProviders.NOTIFY_TOKEN)
                            .body(body)
                            .post(address)
                            .then()
                            .statusCode(503)
                            .header("Retry-After", "60")
                            .contentType("application/problem+json")
                            .body("type", equalTo("urn:helpathand:problem:unavailable"))
                            .body("detail", is(blankOrNullString()));
                }
            }
            assertThat(canary.log()).anyMatch(line -> line.contains("java.sql.SQLException"));
            canary.assertSilent();
        }
        texts.assertNothingKept();
    }

    @Test
    void while_nothing_takes_texts_in_they_are_to_be_sent_again() {
        FakeTexts.beginWithNothing();
        from(FakeSmsProviders.NOTIFY_TOKEN).body(TEXT).post(ADDRESS).then().statusCode(503);
    }

    @Test
    void only_a_post_is_taken() {
        from(FakeSmsProviders.NOTIFY_TOKEN).get(ADDRESS).then().statusCode(405);
        texts.assertNothingKept();
    }

    private double refused() {
        return metrics.get("helpathand.sms.refused")
                .tag("provider", "notify")
                .counter()
                .count();
    }

    private static RequestSpecification from(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
