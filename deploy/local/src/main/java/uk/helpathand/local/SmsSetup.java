package uk.helpathand.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import uk.helpathand.local.sms.NotifyNumber;
import uk.helpathand.local.sms.SimulatorConfig;
import uk.helpathand.local.sms.Timing;
import uk.helpathand.local.sms.TwilioNumber;

/** Two numbers to text the service at, one at each simulated provider: what both sides of them are told. */
final class SmsSetup {

    static final String NOTIFY_NUMBER = "+447700900900";
    static final String TWILIO_NUMBER = "+447700900901";

    /** Set for {@link Part#SMS} with {@link StackConfig#with}: how long Notify waits between two tries, as PT1S. */
    static final String RETRY_AFTER = "RETRY_AFTER";

    private static final String NOTIFY_TEMPLATE = id("template");
    private static final String NOTIFY_SENDER = id("sender");

    private final StackConfig config;
    private final Secrets secrets;

    SmsSetup(StackConfig config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    /** For contact-service. */
    Map<String, String> environment() {
        var simulator = "http://localhost:" + config.ports().sms();
        var environment = new TreeMap<String, String>();
        environment.put("HELPATHAND_SMS_NOTIFY_NUMBER", NOTIFY_NUMBER);
        environment.put("HELPATHAND_SMS_NOTIFY_URL", simulator);
        environment.put("HELPATHAND_SMS_NOTIFY_API_KEY", apiKey());
        environment.put("HELPATHAND_SMS_NOTIFY_TEMPLATE_ID", NOTIFY_TEMPLATE);
        environment.put("HELPATHAND_SMS_NOTIFY_SENDER_ID", NOTIFY_SENDER);
        environment.put("HELPATHAND_SMS_NOTIFY_TOKENS", String.join(",", tokens("notify")));
        environment.put("HELPATHAND_SMS_TWILIO_NUMBER", TWILIO_NUMBER);
        environment.put("HELPATHAND_SMS_TWILIO_URL", simulator);
        environment.put("HELPATHAND_SMS_TWILIO_ACCOUNT_SID", accountSid());
        environment.put("HELPATHAND_SMS_TWILIO_AUTH_TOKENS", String.join(",", tokens("twilio")));
        environment.put("HELPATHAND_SMS_TWILIO_PUBLIC_URL", contact());
        return environment;
    }

    /** For the simulator. */
    SimulatorConfig simulator() {
        var webhooks = contact() + "/webhooks/sms";
        var notify = new NotifyNumber(
                NOTIFY_NUMBER,
                apiKey(),
                NOTIFY_TEMPLATE,
                "message",
                NOTIFY_SENDER,
                URI.create(webhooks + "/notify"),
                URI.create(webhooks + "/notify/receipts"),
                tokens("notify"));
        var twilio = new TwilioNumber(
                TWILIO_NUMBER,
                accountSid(),
                tokens("twilio"),
                URI.create(webhooks + "/twilio"),
                URI.create(webhooks + "/twilio/status"),
                false);
        return new SimulatorConfig(config.ports().sms(), List.of(notify, twilio), timing(), Clock.systemUTC());
    }

    private Timing timing() {
        var retryAfter = config.extra().getOrDefault(Part.SMS, Map.of()).get(RETRY_AFTER);
        return retryAfter == null ? Timing.REAL : Timing.REAL.withRetryAfter(Duration.parse(retryAfter));
    }

    private String contact() {
        return "http://localhost:" + config.ports().contact();
    }

    /** Two, as in a rotation. */
    private List<String> tokens(String provider) {
        return List.of(
                secrets.password("sms-" + provider + "-token-1"), secrets.password("sms-" + provider + "-token-2"));
    }

    /** Notify's keys end in a UUID; this one holds as much chance as a random one. */
    private String apiKey() {
        return "local-" + id("service") + "-" + id(secrets.password("sms-notify-key"));
    }

    private static String accountSid() {
        return "AC" + id("account").replace("-", "");
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(UTF_8)).toString();
    }
}
