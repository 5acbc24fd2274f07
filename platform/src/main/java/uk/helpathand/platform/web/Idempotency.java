package uk.helpathand.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.time.Jobs;

/**
 * Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): one effect a key and client, the first answer repeated.
 * The answer is stored in the transaction of its effect, so a failure before commit freezes nothing. A key may be quoted,
 * as the draft has it, or bare; both are the same key.
 */
@ApplicationScoped
public class Idempotency {

    private static final Duration KEPT = Duration.ofDays(7);

    /** Quoted or bare; no quote or comma within: two lines that a proxy joined are not one key. */
    private static final Pattern KEY = Pattern.compile("(\"?)([!-~&&[^\"\\\\,]]{1,200})\\1");

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Inject
    EntityManager entityManager;

    @Inject
    CurrentVertxRequest request;

    @Inject
    ObjectMapper json;

    @Inject
    MasterKeys masters;

    @Inject
    Actor actor;

    @Inject
    Clock clock;

    /**
     * @param operation what is called on what, so that a key cannot answer for another address
     * @param body the request; the same key with another one is refused
     */
    public <T> T once(String operation, Object body, Class<T> type, Supplier<T> effect) {
        String key = key();
        String client = actor.id();
        byte[] fingerprint = masters.hash("idempotency", operation + "\n" + write(body));
        lock(client, key);
        Object[] earlier = find(client, key);
        if (earlier != null) {
            if (!MessageDigest.isEqual(fingerprint, (byte[]) earlier[0])) {
                throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
            }
            actor.repeats();
            return read((byte[]) earlier[1], type);
        }
        T answer = effect.get();
        store(client, key, fingerprint, answer);
        return answer;
    }

    private String key() {
        List<String> lines = request.getCurrent().request().headers().getAll("Idempotency-Key");
        if (lines.isEmpty()) {
            throw ProblemType.IDEMPOTENCY_KEY_MISSING.exception();
        }
        Matcher key = KEY.matcher(lines.get(0).strip());
        if (lines.size() > 1 || !key.matches()) {
            throw ProblemType.MALFORMED_REQUEST.exception("Give one Idempotency-Key of 1 to 200 characters");
        }
        return key.group(2);
    }

    /** Held to the end of the transaction; whoever comes meanwhile is told, not kept waiting. */
    private void lock(String client, String key) {
        long name = ByteBuffer.wrap(masters.hash("idempotency-lock", client + "\n" + key))
                .getLong();
        boolean mine = (Boolean) entityManager
                .createNativeQuery("SELECT pg_try_advisory_xact_lock(:name)")
                .setParameter("name", name)
                .getSingleResult();
        if (!mine) {
            throw ProblemType.IDEMPOTENCY_KEY_IN_USE.exception();
        }
    }

    private Object[] find(String client, String key) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "SELECT fingerprint, response FROM idempotency WHERE client = :client AND key = :key")
                .setParameter("client", client)
                .setParameter("key", key)
                .getResultList();
        return rows.isEmpty() ? null : (Object[]) rows.get(0);
    }

    private void store(String client, String key, byte[] fingerprint, Object answer) {
        entityManager
                .createNativeQuery("INSERT INTO idempotency (client, key, fingerprint, response, created_at)"
                        + " VALUES (:client, :key, :fingerprint, :response, :now)")
                .setParameter("client", client)
                .setParameter("key", key)
                .setParameter("fingerprint", fingerprint)
                .setParameter(
                        "response", masters.seal("idempotency", write(answer).getBytes(StandardCharsets.UTF_8)))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * Forgets the answers that name one of these records, for they are erased. The calls they belong to would find nothing any
     * more. Within the caller's transaction; of a week's answers each is opened.
     */
    public void forget(Collection<UUID> records) {
        Set<String> names = records.stream().map(UUID::toString).collect(Collectors.toSet());
        List<?> rows = entityManager
                .createNativeQuery("SELECT client, key, response FROM idempotency")
                .getResultList();
        rows.stream()
                .map(Object[].class::cast)
                .filter(row -> names(open((byte[]) row[2]), names))
                .forEach(row -> entityManager
                        .createNativeQuery("DELETE FROM idempotency WHERE client = :client AND key = :key")
                        .setParameter("client", row[0])
                        .setParameter("key", row[1])
                        .executeUpdate());
    }

    private static boolean names(String answer, Set<String> names) {
        return ID.matcher(answer).results().anyMatch(id -> names.contains(id.group()));
    }

    private String open(byte[] sealed) {
        try {
            return new String(masters.open("idempotency", sealed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(byte[] sealed, Class<T> type) {
        try {
            return json.readValue(open(sealed), type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("1h", "5m", this::forget);
    }

    void forget() {
        QuarkusTransaction.requiringNew().run(() -> entityManager
                .createNativeQuery("DELETE FROM idempotency WHERE created_at < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate());
    }
}
