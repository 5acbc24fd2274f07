package uk.helpathand.platform.audit;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.time.Ids;

/**
 * Writes who did or saw what. In the caller's transaction, at once and not at flush: if the row cannot be written the
 * caller gets 503 and nothing of what it asked for.
 */
@ApplicationScoped
public class Audit {

    /** The one statement that does not go through Hibernate; public for those who compare statements. */
    public static final String INSERT =
            "INSERT INTO audit (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids, reason)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** The words of a person stand apart from the chain, see {@link Reasons}. */
    private static final String INSERT_REASON = "INSERT INTO audit_reason (audit_id, salt, reason) VALUES (?, ?, ?)";

    /** With this begins the {@code reason} of a row whose words, a person's, stand in {@code audit_reason}. */
    public static final String HASHED = Reasons.HASH;

    /** The actor of a call whose token proves nobody. */
    public static final String UNKNOWN = "unknown";

    /** The actor of what nobody asked for: a timer, a rule. */
    public static final String SYSTEM = "system";

    /** Purpose of the key of hashes of what was searched for, and what stands before them in {@code reason}. */
    private static final String QUERY = "audit-query";

    @Inject
    EntityManager entityManager;

    @Inject
    Actor actor;

    @Inject
    Clock clock;

    @Inject
    MasterKeys masters;

    /**
     * @param action a frozen name, {@code <noun>.<verb>}
     * @param subjectIds all a list showed, in one row
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void done(String action, String subjectKind, List<UUID> subjectIds) {
        done(action, subjectKind, subjectIds, null);
    }

    /**
     * A call that is answered a second time (Idempotency-Key) showed its answer again and did nothing: {@code repeated}, which no
     * child is told as a second act.
     *
     * @param reason a person's, for what goes against a rule: kept as they gave it, until whom it is about is erased
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void done(String action, String subjectKind, List<UUID> subjectIds, String reason) {
        write(
                actor.id(),
                List.copyOf(actor.roles()),
                action,
                actor.isRepeating() ? "repeated" : "done",
                subjectKind,
                subjectIds,
                reason == null || actor.isRepeating() ? null : Reasons.of(reason));
    }

    /**
     * A search. What was searched for is kept as a keyed hash alone: whoever reads the audit can tell that two searches were
     * the same, and whoever has the key can tell whether it was a certain name.
     *
     * @param query in one spelling, as it was looked up
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void searched(String action, String subjectKind, List<UUID> subjectIds, String query) {
        done(action, subjectKind, subjectIds, hashed(query));
    }

    String hashed(String query) {
        return QUERY + " " + HexFormat.of().formatHex(masters.hash(QUERY, query));
    }

    /** @param reason a code of ours, null for none: it stays in the chain */
    @Transactional(Transactional.TxType.MANDATORY)
    public void doneBySystem(String action, String subjectKind, List<UUID> subjectIds, String reason) {
        write(SYSTEM, List.of(), action, "done", subjectKind, subjectIds, Reasons.code(reason));
    }

    /**
     * A refusal, in a transaction of its own because the caller's is rolled back. Absent and forbidden write the same row.
     * Refused stays refused when the row cannot be written.
     */
    public void refused(String actorId, List<String> roles, String action, List<UUID> subjectIds) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> write(actorId, roles, action, "refused", "request", subjectIds, null));
        } catch (RuntimeException e) {
            Log.errorf(
                    "audit: a refusal could not be recorded: %s", e.getClass().getSimpleName());
        }
    }

    private void write(
            String actorId,
            List<String> roles,
            String action,
            String outcome,
            String subjectKind,
            List<UUID> subjectIds,
            Reasons reason) {
        UUID id = Ids.next();
        try {
            entityManager.unwrap(Session.class).doWork(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    insert.setObject(1, id);
                    insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                    insert.setString(3, actorId);
                    insert.setArray(4, textArray(connection, roles));
                    insert.setString(5, action);
                    insert.setString(6, outcome);
                    insert.setString(7, subjectKind);
                    insert.setArray(8, connection.createArrayOf("uuid", subjectIds.toArray()));
                    insert.setString(9, reason == null ? null : reason.inChain());
                    insert.executeUpdate();
                }
                if (reason != null && reason.isApart()) {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT_REASON)) {
                        insert.setObject(1, id);
                        insert.setBytes(2, reason.salt());
                        insert.setString(3, reason.words());
                        insert.executeUpdate();
                    }
                }
            });
        } catch (PersistenceException e) {
            Log.errorf("audit: cannot write: %s", e.getClass().getSimpleName());
            throw ProblemType.AUDIT_UNAVAILABLE.exception();
        }
    }

    private static java.sql.Array textArray(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
