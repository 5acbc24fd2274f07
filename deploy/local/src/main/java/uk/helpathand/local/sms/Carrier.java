package uk.helpathand.local.sms;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Carries texts between phones and service numbers, and has the providers told of it. */
final class Carrier {

    private final Texts texts = new Texts();
    private final TwilioKeywords keywords = new TwilioKeywords();
    private final Map<String, Reach> reaches = new ConcurrentHashMap<>();
    private final Callbacks callbacks;
    private final FaultTable faults;
    private final NotifyCallbacks notify;
    private final TwilioCallbacks twilio;
    private final Timing timing;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    Carrier(SimulatorConfig config, FaultTable faults, Callbacks callbacks, ScheduledExecutorService timer) {
        this.faults = faults;
        this.callbacks = callbacks;
        this.timing = config.timing();
        this.clock = config.clock();
        this.timer = timer;
        this.notify = new NotifyCallbacks(timing);
        this.twilio = new TwilioCallbacks(timing);
    }

    Texts texts() {
        return texts;
    }

    /** A phone texts the service. */
    Text fromPhone(String phone, ServiceNumber service, String body, int media) {
        var text = made(service, phone, Text.Direction.FROM_PHONE, body, null, media, null, TextState.RECEIVED);
        texts.add(text);
        if (service instanceof TwilioNumber) {
            keywords.heard(text)
                    .ifPresent(answer -> toPhone(service, phone, Text.Direction.AUTOMATIC, answer, null, null));
        }
        var now = faults.of(service);
        callbacks.post(service instanceof NotifyNumber ? notify.received(text, now) : twilio.received(text, now));
        return text;
    }

    /** The provider has accepted a text of the service. */
    Text accept(ServiceNumber service, String phone, String body, String reference, URI statuses) {
        return toPhone(service, phone, Text.Direction.TO_PHONE, body, reference, statuses);
    }

    /** As {@link #accept}, but nothing comes of it. */
    Text pretend(ServiceNumber service, String phone, String body, String reference) {
        return made(service, phone, Text.Direction.TO_PHONE, body, reference, 0, null, TextState.QUEUED);
    }

    /** Whether this phone has told Twilio that it wants no texts of this number. */
    boolean optedOut(ServiceNumber service, String phone) {
        return keywords.refuses(service, phone);
    }

    void reach(String phone, Reach reach) {
        reaches.put(phone, reach);
    }

    /** Both ways, oldest first: what the phone itself shows. */
    List<Text> thread(String phone) {
        return texts.all(
                text -> text.phone().equals(phone) && (text.fromPhone() || text.state() == TextState.DELIVERED));
    }

    private Text toPhone(
            ServiceNumber service,
            String phone,
            Text.Direction direction,
            String body,
            String reference,
            URI statuses) {
        var text = made(service, phone, direction, body, reference, 0, statuses, TextState.QUEUED);
        texts.add(text);
        timer.schedule(() -> deliver(text), timing.deliverAfter().toMillis(), TimeUnit.MILLISECONDS);
        return text;
    }

    private void deliver(Text text) {
        var reach = reaches.getOrDefault(text.phone(), Reach.ON);
        var ended = texts.move(text, reach.outcome(), clock.instant());
        var now = faults.of(text.service());
        callbacks.post(
                text.service() instanceof NotifyNumber ? notify.statuses(ended, now) : twilio.statuses(ended, now));
    }

    private Text made(
            ServiceNumber service,
            String phone,
            Text.Direction direction,
            String body,
            String reference,
            int media,
            URI statuses,
            TextState state) {
        var uuid = UUID.randomUUID().toString();
        var id = service instanceof NotifyNumber ? uuid : "SM" + uuid.replace("-", "");
        var now = clock.instant();
        return new Text(id, service, phone, direction, body, reference, media, statuses, state, now, now);
    }
}
