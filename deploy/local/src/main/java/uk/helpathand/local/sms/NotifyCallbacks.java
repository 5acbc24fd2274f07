package uk.helpathand.local.sms;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The callbacks of Notify: bearer token, JSON, five more tries where another try may help. */
final class NotifyCallbacks {

    /** A word that Notify does not use today. */
    static final String UNHEARD_OF = "read-by-robot";

    private static final int MOST_RETRIES = 5;

    private final Timing timing;

    NotifyCallbacks(Timing timing) {
        this.timing = timing;
    }

    List<Call> received(Text text, Faults faults) {
        var service = (NotifyNumber) text.service();
        return List.of(call(text, "text", service.received(), NotifyBodies.received(text), faults));
    }

    /** Of a text whose state is final. */
    List<Call> statuses(Text text, Faults faults) {
        var service = (NotifyNumber) text.service();
        var words = new ArrayList<String>();
        words.add(text.state().atNotify());
        if (faults.statusBackwards()) {
            words.add(text.state() == TextState.DELIVERED ? "temporary-failure" : "delivered");
            words.add(UNHEARD_OF);
        }
        return words.stream()
                .map(word -> call(text, "receipt", service.receipts(), NotifyBodies.receipt(text, word), faults))
                .toList();
    }

    private Call call(Text text, String kind, URI url, Map<String, Object> body, Faults faults) {
        var tokens = ((NotifyNumber) text.service()).tokens();
        var token = faults.token() < tokens.size() ? tokens.get(faults.token()) : "a-token-that-nobody-chose";
        return new Call(
                text.service(),
                text.id(),
                kind,
                url,
                Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token),
                Json.write(body),
                timing.notifyWithin(),
                false,
                this::retry);
    }

    /** 5xx, 429 and no answer at all; any other 4xx is final. */
    private Optional<Duration> retry(int tries, int status, boolean connected) {
        var another = status == 0 || status == 429 || status >= 500;
        return another && tries <= MOST_RETRIES ? Optional.of(timing.retryAfter()) : Optional.empty();
    }
}
