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
        byte[] hash = hash(secret);
        // By its row as it is when its lock is had: it may be going, with its code, in this very moment.
        boolean open = ReadingSession.update(
                        "lastSeenAt = ?1 where secretHash = ?2 and lastSeenAt > ?3", now, hash, now.minus(IDLE))
                == 1;
        return open
                ? ReadingSession.<ReadingSession>findByIdOptional(hash).map(session -> session.conversationId)
                : Optional.empty();
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
