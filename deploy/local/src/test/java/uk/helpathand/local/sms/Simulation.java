package uk.helpathand.local.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A running simulator with a number at each provider, a listener in the service's place, and a client of both APIs. */
final class Simulation implements AutoCloseable {

    static final String NOTIFY = "+447700900900";
    static final String TWILIO = "+447700900901";
    static final String CHILD = "+447700900123";

    static final String SERVICE_ID = "11111111-2222-3333-4444-555555555555";
    static final String SECRET = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    static final String TEMPLATE = "99999999-8888-7777-6666-555555555555";
    static final String ACCOUNT = "AC00000000000000000000000000000001";

    /** As the world knows the service: where signatures are made for. */
    static final String PUBLIC = "https://contact.example.test";

    static final Timing QUICK = new Timing(
            Duration.ofMillis(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(5),
            Duration.ofMillis(700),
            Duration.ofMillis(200));

    final MovedClock clock = new MovedClock();
    final Listener service = new Listener();
    final SmsSimulator simulator;
    final HttpClient client = HttpClient.newHttpClient();

    Simulation() throws IOException {
        this(QUICK);
    }

    Simulation(Timing timing) throws IOException {
        var notify = new NotifyNumber(
                NOTIFY,
                "local-key-" + SERVICE_ID + "-" + SECRET,
                TEMPLATE,
                "message",
                "sender-1",
                URI.create(PUBLIC + "/webhooks/sms/notify"),
                URI.create(PUBLIC + "/webhooks/sms/notify/receipts"),
                List.of("first-token", "second-token"));
        var twilio = new TwilioNumber(
                TWILIO,
                ACCOUNT,
                List.of("primary", "secondary"),
                URI.create(PUBLIC + "/webhooks/sms/twilio?a=%2B%26"),
                URI.create(PUBLIC + "/webhooks/sms/twilio/status"),
                true);
        simulator = new SmsSimulator(new SimulatorConfig(freePort(), List.of(notify, twilio), timing, clock));
        simulator.callbacksTo(service.url());
        simulator.start();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Phone child() {
        return simulator.phone(CHILD);
    }

    HttpResponse<String> sendByNotify(String body) {
        return notify(
                "POST", "/v2/notifications/sms", notifyToken(clock.instant().getEpochSecond()), body);
    }

    static String notifyBody(String phone, String words, String reference) {
        return new String(
                Json.write(Json.of(
                        "phone_number", phone,
                        "template_id", TEMPLATE,
                        "personalisation", Map.of("message", words),
                        "reference", reference)),
                UTF_8);
    }

    HttpResponse<String> getNotify(String path) {
        return notify("GET", path, notifyToken(clock.instant().getEpochSecond()), "");
    }

    HttpResponse<String> notify(String method, String path, String authorization, String body) {
        return call(method, path, authorization, "application/json", body);
    }

    static String notifyToken(long issuedAt) {
        return notifyToken(issuedAt, SERVICE_ID, SECRET);
    }

    static String notifyToken(long issuedAt, String issuer, String secret) {
        var signed = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "."
                + base64("{\"iss\":\"%s\",\"iat\":%d}".formatted(issuer, issuedAt));
        return "Bearer " + signed + "." + hmac(signed, secret);
    }

    HttpResponse<String> sendByTwilio(String to, String words) {
        return twilio("POST", "/Messages.json", Form.encode(Map.of("To", to, "From", TWILIO, "Body", words)));
    }

    HttpResponse<String> getTwilio(String path) {
        return twilio("GET", path, "");
    }

    HttpResponse<String> twilio(String method, String path, String body) {
        return call(
                method,
                "/2010-04-01/Accounts/" + ACCOUNT + path,
                basic("primary"),
                "application/x-www-form-urlencoded",
                body);
    }

    static String basic(String token) {
        return "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + token).getBytes(UTF_8));
    }

    /** @param authorization null for none */
    HttpResponse<String> call(String method, String path, String authorization, String type, String body) {
        try {
            return client.send(request(method, path, authorization, type, body), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest request(String method, String path, String authorization, String type, String body) {
        var request = HttpRequest.newBuilder(simulator.url().resolve(path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    @Override
    public void close() {
        simulator.close();
        service.close();
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static String hmac(String signed, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
