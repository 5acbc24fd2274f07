package uk.helpathand.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.helpathand.local.sms.NotifyNumber;
import uk.helpathand.local.sms.TwilioNumber;

class SmsSetupTest {

    @TempDir
    Path folder;

    @Test
    void both_sides_are_told_the_same() {
        var environment = setup(config()).environment();
        var numbers = setup(config()).simulator().numbers();

        var notify = (NotifyNumber) numbers.get(0);
        assertThat(environment)
                .containsEntry("HELPATHAND_SMS_NOTIFY_NUMBER", notify.number())
                .containsEntry("HELPATHAND_SMS_NOTIFY_API_KEY", notify.apiKey())
                .containsEntry("HELPATHAND_SMS_NOTIFY_TEMPLATE_ID", notify.templateId())
                .containsEntry("HELPATHAND_SMS_NOTIFY_SENDER_ID", notify.senderId())
                .containsEntry("HELPATHAND_SMS_NOTIFY_TOKENS", String.join(",", notify.tokens()))
                .containsEntry("HELPATHAND_SMS_NOTIFY_URL", "http://localhost:8070");
        assertThat(notify.received()).isEqualTo(URI.create("http://localhost:8080/webhooks/sms/notify"));
        assertThat(notify.receipts()).isEqualTo(URI.create("http://localhost:8080/webhooks/sms/notify/receipts"));
        assertThat(notify.tokens()).doesNotHaveDuplicates().hasSize(2);
        var twilio = (TwilioNumber) numbers.get(1);
        assertThat(environment)
                .containsEntry("HELPATHAND_SMS_TWILIO_NUMBER", twilio.number())
                .containsEntry("HELPATHAND_SMS_TWILIO_ACCOUNT_SID", twilio.accountSid())
                .containsEntry("HELPATHAND_SMS_TWILIO_AUTH_TOKENS", String.join(",", twilio.authTokens()))
                .containsEntry("HELPATHAND_SMS_TWILIO_URL", "http://localhost:8070")
                .containsEntry("HELPATHAND_SMS_TWILIO_PUBLIC_URL", "http://localhost:8080");
        assertThat(twilio.received()).isEqualTo(URI.create("http://localhost:8080/webhooks/sms/twilio"));
    }

    @Test
    void the_secrets_are_made_at_the_first_start_and_kept_with_the_others() throws Exception {
        var other = StackConfig.standard(folder.resolve("other"), line -> {});
        var first = setup(config()).environment();

        assertThat(setup(config()).environment()).isEqualTo(first);
        assertThat(setup(other).environment().get("HELPATHAND_SMS_NOTIFY_API_KEY"))
                .isNotEqualTo(first.get("HELPATHAND_SMS_NOTIFY_API_KEY"));
        try (var files = Files.list(config().keys())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "sms-notify-key.password",
                            "sms-notify-token-1.password",
                            "sms-notify-token-2.password",
                            "sms-twilio-token-1.password",
                            "sms-twilio-token-2.password");
        }
    }

    @Test
    void nothing_is_made_before_the_start_so_that_fresh_empties_nothing_that_is_in_use() {
        new LocalStack(config());

        assertThat(config().keys()).doesNotExist();
    }

    @Test
    void only_contact_service_is_told() {
        assertThat(serving(Part.CASE_SERVICE).keySet()).noneMatch(name -> name.contains("SMS"));
        assertThat(serving(Part.CONTACT_SERVICE)).containsKey("HELPATHAND_SMS_NOTIFY_NUMBER");
    }

    @Test
    void a_test_may_shorten_the_wait_between_two_tries() {
        assertThat(setup(config()).simulator().timing().retryAfter()).isEqualTo(Duration.ofSeconds(300));
        assertThat(setup(config().with(Part.SMS, SmsSetup.RETRY_AFTER, "PT1S"))
                        .simulator()
                        .timing()
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_contact_service_is_told_opens_the_running_simulator() throws Exception {
        var config = new StackConfig(folder, folder, Ports.free(), Map.of(), line -> {});
        var sms = new LocalSms(setup(config));
        sms.start();
        try {
            var told = setup(config).environment();
            var account = told.get("HELPATHAND_SMS_TWILIO_ACCOUNT_SID");
            var token = told.get("HELPATHAND_SMS_TWILIO_AUTH_TOKENS").split(",")[1];
            var basic = Base64.getEncoder().encodeToString((account + ":" + token).getBytes(UTF_8));
            var list = told.get("HELPATHAND_SMS_TWILIO_URL") + "/2010-04-01/Accounts/" + account + "/Messages.json";
            var request = HttpRequest.newBuilder(URI.create(list))
                    .header("Authorization", "Basic " + basic)
                    .build();
            assertThat(send(request)).isEqualTo(200);

            sms.stop();
            assertThat(sms.alive()).isFalse();
            sms.start();
            assertThat(send(request)).isEqualTo(200);
            assertThat(send(HttpRequest.newBuilder(
                                    URI.create(told.get("HELPATHAND_SMS_NOTIFY_URL") + "/v2/notifications/sms"))
                            .POST(BodyPublishers.noBody())
                            .build()))
                    .isEqualTo(401);
        } finally {
            sms.close();
        }
    }

    @Test
    void a_port_in_use_is_told_in_one_line() throws Exception {
        var config = new StackConfig(folder, folder, Ports.free(), Map.of(), line -> {});
        try (var taken = new ServerSocket(config.ports().sms())) {
            assertThat(taken.isBound()).isTrue();
            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> new LocalSms(setup(config)).start())
                    .withMessageStartingWith("The SMS simulator cannot be started: ");
        }
    }

    private static int send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private Map<String, String> serving(Part part) {
        var config = config();
        return new ServiceEnvironment(config, new Secrets(config.keys()), part, 8080, 9080).toServe();
    }

    private StackConfig config() {
        return StackConfig.standard(folder, line -> {});
    }

    private static SmsSetup setup(StackConfig config) {
        return new SmsSetup(config, new Secrets(config.keys()));
    }
}
