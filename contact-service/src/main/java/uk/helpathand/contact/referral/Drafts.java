package uk.helpathand.contact.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.time.Jobs;

/**
 * Keeps what an adult has answered so far, sealed, for the browser that holds the form: 24 idle hours at most, and not a
 * moment longer than it is needed.
 */
@ApplicationScoped
public class Drafts {

    public static final Duration IDLE = Duration.ofHours(24);

    private static final String PURPOSE = "adult-draft";

    @Inject
    MasterKeys keys;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** @param browser the cookie; may be null */
    @Transactional
    public Optional<Draft> find(String browser) {
        return browser == null
                ? Optional.empty()
                : Optional.ofNullable(AdultDraft.of(hash(browser)))
                        .filter(this::isAlive)
                        .map(this::open);
    }

    /** A new one, in the place of any that was there. Committed when it returns. */
    public Draft begin(String browser) {
        QuarkusTransaction.requiringNew().run(() -> forget(browser));
        return change(browser, draft -> draft);
    }

    /**
     * One change after the other, each on what the one before has left. With no draft there the change makes one: what was
     * typed while the old one ran out is not lost. Committed when it returns.
     */
    public <T> T change(String browser, Function<Draft, T> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            var fresh = new Draft();
            AdultDraft row = AdultDraft.locked(hash(browser), seal(fresh), now);
            Draft draft = isAlive(row) ? open(row) : fresh;
            T result = change.apply(draft);
            row.content = seal(draft);
            row.changedAt = now;
            return result;
        });
    }

    /** Sent, or left. */
    @Transactional
    public void forget(String browser) {
        if (browser != null) {
            AdultDraft.delete("browserHash", hash(browser));
        }
    }

    /** Sent, unless another tab has answered more since it was read. Within the transaction that keeps what was sent. */
    @Transactional
    public void forgetSent(String browser, Draft sent) {
        if (AdultDraft.delete("browserHash = ?1 and version = ?2", hash(browser), sent.version) == 0) {
            throw new ChangedMeanwhile();
        }
    }

    /** What would have been sent is not all that was answered. */
    public static final class ChangedMeanwhile extends RuntimeException {}

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("1m", this::forgetIdle);
    }

    public void forgetIdle() {
        QuarkusTransaction.requiringNew()
                .run(() -> AdultDraft.delete("changedAt <= ?1", clock.instant().minus(IDLE)));
    }

    private boolean isAlive(AdultDraft row) {
        return row.changedAt.isAfter(clock.instant().minus(IDLE));
    }

    /** In ASCII: half of a surrogate pair must come back as it was. */
    private byte[] seal(Draft draft) {
        try {
            String text = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(draft);
            return keys.seal(PURPOSE, text.getBytes(StandardCharsets.US_ASCII));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft cannot be written");
        }
    }

    private Draft open(AdultDraft row) {
        try {
            Draft draft = json.readValue(keys.open(PURPOSE, row.content), Draft.class);
            draft.version = row.version;
            return draft;
        } catch (IOException | GeneralSecurityException e) {
            // Its message may hold what somebody wrote.
            throw new IllegalStateException("a draft cannot be opened");
        }
    }

    private byte[] hash(String browser) {
        return keys.hash(PURPOSE, browser);
    }
}
