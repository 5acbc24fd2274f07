package uk.helpathand.contact.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.sms.FakeTexts;
import uk.helpathand.contact.sms.TextState;
import uk.helpathand.platform.fixture.Caller;
import uk.helpathand.platform.fixture.Caller.Answer;

/** Where Twilio calls (STANDARDS 1.2, traps 1, 5, 6, 8, 13, 14). How signatures are made is in TwilioSignatureTest. */
@QuarkusTest
class TwilioWebhooksTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ADDRESS = "/webhooks/sms/twilio";
    private static final String STATUS = "/webhooks/sms/twilio/status";
    private static final String REFERENCE = "0190a0c4-0000-7000-8000-000000000001";

    /** As sent, and as signed. */
    private static final String TEXT =
            "MessageSid=SM1&From=%2B447700900123&To=%2B447700900802&Body=help+me&NumMedia=0&Foo=";

    private static final String TEXT_SIGNED = "Bodyhelp meFooFrom+447700900123MessageSidSM1NumMedia0To+447700900802";

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
    void a_text_is_kept_and_then_acknowledged_without_a_reply() {
        for (String token : new String[] {FakeSmsProviders.TWILIO_TOKEN, FakeSmsProviders.TWILIO_SECONDARY_TOKEN}) {
            Answer answer = call(ADDRESS, TEXT, sign(token, ADDRESS + TEXT_SIGNED));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("text/xml");
            assertThat(answer.body()).endsWith("<Response/>");
        }
        assertThat(texts.received).hasSize(2);
        assertThat(texts.received.get(0).body()).isEqualTo("help me");
        assertThat(texts.received.get(0).from()).isEqualTo("+447700900123");
        assertThat(texts.received.get(0).raw()).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_signature_is_over_our_public_address_whatever_the_call_says_it_came_by() {
        Answer answer = new Caller(service)
                .call("POST", ADDRESS)
                .with("X-Forwarded-Host", "evil.example.test")
                .with("X-Forwarded-Proto", "http")
                .with("X-Forwarded-Prefix", "/elsewhere")
                .with("X-Twilio-Signature", sign(FakeSmsProviders.TWILIO_TOKEN, ADDRESS + TEXT_SIGNED))
                .body(FORM, TEXT)
                .send();
        assertThat(answer.status()).isEqualTo(200);

        String elsewhere = mac(FakeSmsProviders.TWILIO_TOKEN, "https://evil.example.test" + ADDRESS + TEXT_SIGNED);
        Answer forged = new Caller(service)
                .call("POST", ADDRESS)
                .with("X-Forwarded-Host", "evil.example.test")
                .with("X-Twilio-Signature", elsewhere)
                .body(FORM, TEXT)
                .send();
        assertThat(forged.status()).isEqualTo(403);
        assertThat(call(ADDRESS, TEXT, mac(FakeSmsProviders.TWILIO_TOKEN, service + ADDRESS.substring(1) + TEXT_SIGNED))
                        .status())
                .isEqualTo(403);
        assertThat(texts.received).hasSize(1);
    }

    @Test
    void the_query_is_signed_as_it_was_called() {
        String address = ADDRESS + "?a=%2B%26&b";
        assertThat(call(address, TEXT, sign(FakeSmsProviders.TWILIO_TOKEN, address + TEXT_SIGNED))
                        .status())
                .isEqualTo(200);
        assertThat(call(ADDRESS + "?a=%2b%26&b", TEXT, sign(FakeSmsProviders.TWILIO_TOKEN, address + TEXT_SIGNED))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoever_does_not_prove_to_be_twilio_leaves_nothing_behind() {
        double before = refused();
        Answer absent =
                new Caller(service).call("POST", ADDRESS).body(FORM, TEXT).send();
        assertThat(absent.status()).isEqualTo(401);
        assertThat(absent.problem()).isEqualTo("unauthenticated");
        assertThat(absent.header("WWW-Authenticate")).isNotEmpty();
        for (String wrong :
                new String[] {"", "x", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", sign("wrong-token", ADDRESS + TEXT_SIGNED)}) {
            Answer answer = call(ADDRESS, TEXT, wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("forbidden");
            assertThat(call(STATUS, TEXT, wrong).status()).isEqualTo(403);
        }
        assertThat(call(
                                ADDRESS,
                                TEXT.replace("help", "hell"),
                                sign(FakeSmsProviders.TWILIO_TOKEN, ADDRESS + TEXT_SIGNED))
                        .status())
                .as("other words")
                .isEqualTo(403);
        assertThat(call(STATUS, TEXT, sign(FakeSmsProviders.TWILIO_TOKEN, ADDRESS + TEXT_SIGNED))
                        .status())
                .as("another address")
                .isEqualTo(403);
        texts.assertNothingKept();
        assertThat(refused() - before).isEqualTo(11);
    }

    @Test
    void a_form_is_not_proved_by_a_hash_in_its_query() {
        String address = ADDRESS + "?bodySHA256=" + sha256(TEXT);
        String overTheAddress = sign(FakeSmsProviders.TWILIO_TOKEN, address);
        assertThat(call(address, TEXT, overTheAddress).status()).isEqualTo(403);
        texts.assertNothingKept();
    }

    @Test
    void once_proved_nothing_is_refused_whatever_it_is() {
        String json = "{\"hello\": \"you\"}";
        String address = ADDRESS + "?bodySHA256=" + sha256(json);
        Answer answer = new Caller(service)
                .call("POST", address)
                .with("X-Twilio-Signature", sign(FakeSmsProviders.TWILIO_TOKEN, address))
                .with("Accept", "application/json")
                .body("application/json", json)
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(call(ADDRESS, "Body=no+sender", sign(FakeSmsProviders.TWILIO_TOKEN, ADDRESS + "Bodyno sender"))
                        .status())
                .isEqualTo(200);
        assertThat(call(ADDRESS, "", sign(FakeSmsProviders.TWILIO_TOKEN, ADDRESS))
                        .status())
                .isEqualTo(200);
        assertThat(call(STATUS, "a=b", sign(FakeSmsProviders.TWILIO_TOKEN, STATUS + "ab"))
                        .status())
                .isEqualTo(200);
        assertThat(texts.unreadable).extracting("raw").containsExactly(json, "Body=no+sender", "", "a=b");
        assertThat(texts.unreadable.get(0).provider()).isEqualTo("twilio");
        assertThat(texts.unreadable.get(0).contentType()).startsWith("application/json");
    }

    @Test
    void news_of_our_texts_is_kept_with_the_reference_of_its_address() {
        String address = STATUS + "?reference=" + REFERENCE;
        String body = "MessageSid=SM9&MessageStatus=undelivered&ErrorCode=30006&SmsStatus=undelivered";
        String signed = "ErrorCode30006MessageSidSM9MessageStatusundeliveredSmsStatusundelivered";
        assertThat(call(address, body, sign(FakeSmsProviders.TWILIO_TOKEN, address + signed))
                        .status())
                .isEqualTo(200);
        assertThat(call(ADDRESS, body, sign(FakeSmsProviders.TWILIO_TOKEN, ADDRESS + signed))
                        .status())
                .as("sent to the address of texts")
                .isEqualTo(200);
        assertThat(texts.statuses).hasSize(2);
        assertThat(texts.statuses.get(0).reference()).isEqualTo(REFERENCE);
        assertThat(texts.statuses.get(0).state()).isEqualTo(TextState.FAILED);
        assertThat(texts.statuses.get(0).errorCode()).isEqualTo("30006");
        assertThat(texts.received).isEmpty();
    }

    @Test
    void what_could_not_be_committed_is_to_be_sent_again() {
        texts.failWith(new IllegalStateException("the database is away"));
        Answer answer = call(ADDRESS, TEXT, sign(FakeSmsProviders.TWILIO_TOKEN, ADDRESS + TEXT_SIGNED));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        assertThat(answer.problem()).isEqualTo("unavailable");
        texts.assertNothingKept();
    }

    @Test
    void only_a_post_is_taken() {
        assertThat(new Caller(service)
                        .call("GET", ADDRESS + "?MessageSid=SM1&From=1")
                        .with(
                                "X-Twilio-Signature",
                                sign(FakeSmsProviders.TWILIO_TOKEN, ADDRESS + "?MessageSid=SM1&From=1"))
                        .send()
                        .status())
                .isEqualTo(405);
        texts.assertNothingKept();
    }

    private Answer call(String address, String body, String signature) {
        return new Caller(service)
                .call("POST", address)
                .with("X-Twilio-Signature", signature)
                .body(FORM, body)
                .send();
    }

    private double refused() {
        return metrics.get("helpathand.sms.refused")
                .tag("provider", "twilio")
                .counter()
                .count();
    }

    private static String sign(String token, String pathAndPairs) {
        return mac(token, FakeSmsProviders.TWILIO_PUBLIC_URL + pathAndPairs);
    }

    private static String mac(String token, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
