package uk.helpathand.contact.sms.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import uk.helpathand.contact.sms.SmsRefused;
import uk.helpathand.contact.sms.SmsUnavailable;
import uk.helpathand.contact.sms.TextToSend;

/**
 * GOV.UK Notify. It knows a text by our reference, for seven days: {@link #find} is certain within them, as far as its list
 * is up to date, and says "not known" after them.
 */
@ApplicationScoped
public class NotifySmsGateway implements SmsGateway {

    static final String PROVIDER = "notify";

    /** "Resend the notification" says its documentation of 500; by 503 nothing behind the door has seen the call. */
    private static final Set<Integer> NOT_TAKEN = Set.of(500, 503);

    private static final int CALLS = 10;
    private static final int PAUSE_SECONDS = 15;

    private final Optional<NotifyAccount> account;
    private final NotifyClient client;
    private final Clock clock;

    @Inject
    NotifySmsGateway(SmsConfig config, @RestClient NotifyClient client, Clock clock) {
        this.account = NotifyAccount.of(config.govNotify());
        this.client = client;
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
        NotifyAccount notify = account();
        byte[] answer = ProviderCalls.send(
                () -> client.send(authorization(notify), NotifyJson.toSend(text, notify)),
                NOT_TAKEN,
                NotifyJson::refusal,
                clock);
        return NotifyJson.accepted(answer, clock.instant())
                .orElseThrow(() -> new SmsAmbiguous("an answer that makes no sense"));
    }

    @Override
    @CircuitBreaker(requestVolumeThreshold = CALLS, delay = PAUSE_SECONDS, delayUnit = ChronoUnit.SECONDS)
    @Timeout(ProviderCalls.LONGEST_MILLIS)
    @Fallback(
            fallbackMethod = "notFound",
            applyOn = {CircuitBreakerOpenException.class, TimeoutException.class})
    public Optional<Accepted> find(TextToSend text) throws SmsUnavailable {
        NotifyAccount notify = account();
        String reference = text.reference().toString();
        byte[] answer = ProviderCalls.ask(() -> client.notifications(authorization(notify), reference), clock);
        return NotifyJson.withReference(answer, text.reference(), clock);
    }

    /** Notify keeps received texts for seven days; after an older cursor its list is empty. */
    @Override
    @CircuitBreaker(requestVolumeThreshold = CALLS, delay = PAUSE_SECONDS, delayUnit = ChronoUnit.SECONDS)
    @Timeout(ProviderCalls.LONGEST_MILLIS)
    @Fallback(
            fallbackMethod = "notListed",
            applyOn = {CircuitBreakerOpenException.class, TimeoutException.class})
    public ReceivedPage received(Instant since, String cursor) throws SmsUnavailable {
        NotifyAccount notify = account();
        byte[] answer = ProviderCalls.ask(() -> client.received(authorization(notify), cursor), clock);
        List<ReceivedText> texts = NotifyJson.receivedList(answer);
        return new ReceivedPage(texts, next(texts, since, cursor));
    }

    /** The page after the last of this one; null where that would be too old, or the list does not go on. */
    private static String next(List<ReceivedText> texts, Instant since, String cursor) {
        if (texts.isEmpty()) {
            return null;
        }
        ReceivedText last = texts.get(texts.size() - 1);
        boolean past = last.sentAt() != null && last.sentAt().isBefore(since);
        return past || last.providerId().equals(cursor) ? null : last.providerId();
    }

    private NotifyAccount account() throws SmsUnavailable {
        return account.orElseThrow(() -> new SmsUnavailable("has no settings", null));
    }

    private String authorization(NotifyAccount notify) {
        return "Bearer " + notify.key.token(clock.instant());
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
