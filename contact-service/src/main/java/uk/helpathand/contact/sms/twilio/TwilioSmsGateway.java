package uk.helpathand.contact.sms.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.contact.sms.Accepted;
import uk.helpathand.contact.sms.ProviderCalls;
import uk.helpathand.contact.sms.ReceivedPage;
import uk.helpathand.contact.sms.ReceivedText;
import uk.helpathand.contact.sms.SmsAmbiguous;
import uk.helpathand.contact.sms.SmsConfig;
import uk.helpathand.contact.sms.SmsGateway;
import uk.helpathand.contact.sms.SmsMetrics;
import uk.helpathand.contact.sms.SmsRefused;
import uk.helpathand.contact.sms.SmsUnavailable;
import uk.helpathand.contact.sms.TextToSend;

/**
 * Twilio. It takes no reference of ours, so that each text names one in the address its news are told to, and {@link #find}
 * looks for the same words between the same numbers since the first try. That cannot tell two texts of the same words that
 * were sent to one number at nearly the same time: the answer to one may be taken for the other's. Nor does it find a text
 * whose words Twilio has changed (an account on trial puts its own before them).
 */
@ApplicationScoped
public class TwilioSmsGateway implements SmsGateway {

    static final String PROVIDER = "twilio";

    /** By 503 nothing behind the door has seen the call; of all else above 500 Twilio says nothing that certain. */
    private static final Set<Integer> NOT_TAKEN = Set.of(503);

    /** Twilio's times have no fractions, and its clock is known to the second. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private static final String PAGE_SIZE = "250";
    private static final int CALLS = 10;
    private static final int PAUSE_SECONDS = 15;

    private final Optional<TwilioAccount> account;
    private final TwilioClient client;
    private final SmsMetrics metrics;
    private final Clock clock;

    @Inject
    TwilioSmsGateway(SmsConfig config, @RestClient TwilioClient client, SmsMetrics metrics, Clock clock) {
        this.account = TwilioAccount.of(config.twilio());
        this.client = client;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    @CircuitBreaker(
            requestVolumeThreshold = CALLS,
            delay = PAUSE_SECONDS,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = SmsRefused.class)
    @Timeout(ProviderCalls.LONGEST_MILLIS)
    @Fallback(
            fallbackMethod = "notSent",
            applyOn = {CircuitBreakerOpenException.class, TimeoutException.class})
    public Accepted send(TextToSend text) throws SmsRefused, SmsUnavailable, SmsAmbiguous {
        TwilioAccount twilio = account();
        var form = new LinkedHashMap<String, String>();
        form.put("From", text.from());
        form.put("To", text.to());
        form.put("Body", text.body());
        form.put("StatusCallback", twilio.statusUrl + "?" + TwilioWebhooksResource.REFERENCE + "=" + text.reference());
        byte[] answer = ProviderCalls.send(
                () -> client.send(twilio.authorization, twilio.sid, encoded(form)),
                NOT_TAKEN,
                body -> TwilioJson.of(body).refusal(),
                clock);
        return TwilioJson.of(answer)
                .accepted(clock.instant())
                .orElseThrow(() -> new SmsAmbiguous("an answer that makes no sense"));
    }

    /**
     * Not narrowed by DateSent, which a text that still waits at Twilio does not have: it would be sent again. The list begins
     * with the newest, and its first page goes back far enough for one number.
     */
    @Override
    @CircuitBreaker(requestVolumeThreshold = CALLS, delay = PAUSE_SECONDS, delayUnit = ChronoUnit.SECONDS)
    @Timeout(ProviderCalls.LONGEST_MILLIS)
    @Fallback(
            fallbackMethod = "notFound",
            applyOn = {CircuitBreakerOpenException.class, TimeoutException.class})
    public Optional<Accepted> find(TextToSend text) throws SmsUnavailable {
        Instant since = text.firstTriedAt().minus(metrics.drift(PROVIDER)).minus(ROUNDING);
        return messages(Map.of("To", text.to(), "From", text.from(), "PageSize", PAGE_SIZE))
                .sent(text, since);
    }

    /** Of our number only: an account may have others that are not ours. */
    @Override
    @CircuitBreaker(requestVolumeThreshold = CALLS, delay = PAUSE_SECONDS, delayUnit = ChronoUnit.SECONDS)
    @Timeout(ProviderCalls.LONGEST_MILLIS)
    @Fallback(
            fallbackMethod = "notListed",
            applyOn = {CircuitBreakerOpenException.class, TimeoutException.class})
    public ReceivedPage received(Instant since, String cursor) throws SmsUnavailable {
        TwilioJson page = messages(
                cursor != null
                        ? decoded(cursor)
                        : Map.of(
                                "To",
                                account().number,
                                "DateSent>",
                                since.truncatedTo(ChronoUnit.SECONDS).toString(),
                                "PageSize",
                                PAGE_SIZE));
        List<ReceivedText> texts = page.received();
        String next = page.next();
        return new ReceivedPage(texts, next == null || next.equals(cursor) ? null : next);
    }

    private TwilioJson messages(Map<String, String> query) throws SmsUnavailable {
        TwilioAccount twilio = account();
        return TwilioJson.of(ProviderCalls.ask(() -> client.messages(twilio.authorization, twilio.sid, query), clock));
    }

    private TwilioAccount account() throws SmsUnavailable {
        return account.orElseThrow(() -> new SmsUnavailable("has no settings", null));
    }

    private static byte[] encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The query of a next page, as Twilio wrote it. */
    private static Map<String, String> decoded(String query) {
        var pairs = new LinkedHashMap<String, String>();
        var form = TwilioForm.of(query.getBytes(StandardCharsets.UTF_8));
        form.names().forEach(name -> pairs.put(name, form.text(name)));
        return pairs;
    }

    Accepted notSent(TextToSend text, FaultToleranceException why) throws SmsUnavailable, SmsAmbiguous {
        if (why instanceof TimeoutException) {
            throw new SmsAmbiguous("no end of the answer");
        }
        throw ProviderCalls.notAnswered(why);
    }

    Optional<Accepted> notFound(TextToSend text, FaultToleranceException why) throws SmsUnavailable {
        throw ProviderCalls.notAnswered(why);
    }

    ReceivedPage notListed(Instant since, String cursor, FaultToleranceException why) throws SmsUnavailable {
        throw ProviderCalls.notAnswered(why);
    }
}
