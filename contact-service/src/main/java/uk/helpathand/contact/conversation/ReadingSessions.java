package uk.helpathand.contact.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.time.Jobs;

/** Reading a thread needs the code and ends after ten idle minutes, or at once by leaving. */
@ApplicationScoped
public class ReadingSessions {

    public static final Duration IDLE = Duration.ofMinutes(10);

    @Inject
    MasterKeys keys;

    @Inject
    Clock clock;

    /** The secret for the cookie. */
    @Transactional
    public String open(UUID conversationId) {
        String secret = Secrets.random();
        var session = new ReadingSession();
        session.secretHash = hash(secret);
        session.conversationId = conversationId;
        session.lastSeenAt = clock.instant();
        session.persist();
        return secret;
    }

    /** Whose thread this browser may read; asking is being active. */
    @Transactional
    public Optional<UUID> conversationOf(String secret) {
        if (secret == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<ReadingSession> open =
                ReadingSession.list("secretHash = ?1 and lastSeenAt > ?2", hash(secret), now.minus(IDLE));
        open.forEach(session -> session.lastSeenAt = now);
        return open.stream().map(session -> session.conversationId).findFirst();
    }

    @Transactional
    public void end(String secret) {
        if (secret != null) {
            ReadingSession.delete("secretHash", hash(secret));
        }
    }

    /** Whoever reads this thread reads no more of it. Within the caller's transaction. */
    void endAll(UUID conversationId) {
        ReadingSession.delete("conversationId", conversationId);
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("1m", this::forget);
    }

    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> ReadingSession.delete(
                        "lastSeenAt <= ?1", clock.instant().minus(IDLE)));
    }

    private byte[] hash(String secret) {
        return keys.hash("reading-session", secret);
    }
}
