package uk.helpathand.platform.outbox;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.ParkedView;
import uk.helpathand.platform.time.Ids;

/**
 * A remote effect that is still owed. Written in the transaction that owes it, gone when it is done. Rows of one stream
 * happen in the order of their sequence; a parked row lets later ones pass.
 */
@Entity
@Table(name = "outbox")
public class OutboxMessage extends PanacheEntityBase {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** What a receiver may ask for. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    /** Compared with the least, not by NOT EXISTS: PostgreSQL cannot turn this into a join of the whole table. */
    private static final String DUE = """
            SELECT o.* FROM outbox o
            WHERE o.parked_at IS NULL AND o.next_attempt_at <= :now %s
              AND o.sequence = (SELECT min(lowest.sequence) FROM outbox lowest
                                WHERE lowest.stream_id = o.stream_id AND lowest.parked_at IS NULL)
            ORDER BY o.next_attempt_at
            LIMIT :most
            FOR UPDATE OF o SKIP LOCKED
            """;

    static final String CLAIM = DUE.formatted("");
    static final String CLAIM_URGENT = DUE.formatted("AND o.urgent");

    /**
     * For the length of the claim's transaction. The table grows from nothing to very many and back faster than statistics
     * follow, and a plan that gathers and sorts what is due reads it all for every row.
     */
    static final String BY_INDEX_IN_ORDER = """
            SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
                set_config('enable_sort', 'off', true)
            """;

    @Id
    public UUID id;

    public String kind;

    @Column(name = "subject_id")
    public UUID subjectId;

    @Column(name = "stream_id")
    public UUID streamId;

    public long sequence;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    boolean urgent;

    int attempts;

    @Column(name = "parked_at")
    Instant parkedAt;

    @Column(name = "last_failure")
    String lastFailure;

    /** What it follows from, where that is traced. */
    @Column(name = "trace_parent")
    String traceParent;

    static OutboxMessage owe(
            String kind,
            UUID subjectId,
            UUID streamId,
            long sequence,
            boolean urgent,
            String traceParent,
            Instant now) {
        var message = new OutboxMessage();
        message.id = Ids.next();
        message.kind = kind;
        message.subjectId = subjectId;
        message.streamId = streamId;
        message.sequence = sequence;
        message.createdAt = now;
        message.nextAttemptAt = now;
        message.urgent = urgent;
        message.traceParent = traceParent;
        message.persist();
        if (urgent && sequence > 1) {
            // It cannot happen before them, so they hurry too.
            update("urgent = true where streamId = ?1 and sequence < ?2 and parkedAt is null", streamId, sequence);
        }
        return message;
    }

    /**
     * Takes due rows for the length of the lease. Any number of replicas may claim at once: rows another holds are skipped, and of
     * each stream only the lowest unfinished row can be taken.
     *
     * @param urgentFirst urgent ones before all others; else those that have been due longest
     */
    static List<OutboxMessage> claim(int most, Instant now, Duration lease, boolean urgentFirst) {
        getEntityManager().createNativeQuery(BY_INDEX_IN_ORDER, Object[].class).getSingleResult();
        List<OutboxMessage> due = urgentFirst ? due(CLAIM_URGENT, most, now) : List.of();
        if (due.isEmpty()) {
            due = due(CLAIM, most, now);
        }
        due.forEach(message -> {
            message.attempts++;
            message.nextAttemptAt = now.plus(lease);
        });
        return due;
    }

    private static List<OutboxMessage> due(String claim, int most, Instant now) {
        List<?> rows = getEntityManager()
                .createNativeQuery(claim, OutboxMessage.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(OutboxMessage.class::cast).toList();
    }

    /** Settles only the attempt it was claimed for: a lease that ran out belongs to somebody else by now. */
    void done() {
        delete("id = ?1 and attempts = ?2", id, attempts);
    }

    /**
     * Makes rows due that are dated farther ahead than any pause or lease: a clock that was wrong dated them, and they would
     * wait until that time truly comes. Apart from the claim, whose look at the index it would spoil.
     */
    static long bringBack(Instant now, Duration lease) {
        return update(
                "nextAttemptAt = ?1 where parkedAt is null and nextAttemptAt > ?2",
                now,
                now.plus(LONGEST_ASKED).plus(lease));
    }

    /** @param atLeast for so long, but for no longer than an hour */
    void retryLater(String failure, Duration atLeast, Instant now) {
        Duration asked = atLeast.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : atLeast;
        Instant next = now.plus(asked.compareTo(pause()) > 0 ? asked : pause());
        boolean mine = update(
                        "nextAttemptAt = ?1, lastFailure = ?2 where id = ?3 and attempts = ?4",
                        next,
                        failure,
                        id,
                        attempts)
                > 0;
        if (mine) {
            // Those behind it cannot happen before: left due, every claim of an outage would look at all of them.
            update(
                    "nextAttemptAt = ?1 where streamId = ?2 and sequence > ?3 and parkedAt is null and nextAttemptAt < ?1",
                    next,
                    streamId,
                    sequence);
        }
    }

    void park(String failure, Instant now) {
        update("parkedAt = ?1, lastFailure = ?2 where id = ?3 and attempts = ?4", now, failure, id, attempts);
    }

    private Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    static List<OutboxMessage> parkedAfter(Instant parkedAt, UUID id, int most) {
        return OutboxMessage.<OutboxMessage>find(
                        "parkedAt is not null and (parkedAt, id) > (?1, ?2) order by parkedAt, id", parkedAt, id)
                .page(Page.ofSize(most))
                .list();
    }

    /** Back to work; a row that is not parked stays as it is. */
    static boolean unpark(UUID id, Instant now) {
        return update("parkedAt = null, nextAttemptAt = ?1 where id = ?2 and parkedAt is not null", now, id) > 0
                || count("id", id) > 0;
    }

    static long waiting() {
        return count("parkedAt is null");
    }

    /** How many were refused for good and wait for a person. */
    public static long parked() {
        return count("parkedAt is not null");
    }

    /** Since when the oldest effect is owed that is not parked. Ids are made in the order of time, and are an index. */
    public static Optional<Instant> oldestOwed() {
        return since(find("select createdAt from OutboxMessage where parkedAt is null order by id"));
    }

    /** The same of one kind, parked or not. */
    public static Optional<Instant> oldestOwed(String kind) {
        return since(find("select createdAt from OutboxMessage where kind = ?1 order by id", kind));
    }

    private static Optional<Instant> since(PanacheQuery<OutboxMessage> oldestFirst) {
        return oldestFirst.page(Page.ofSize(1)).project(Instant.class).firstResultOptional();
    }

    ParkedView toParkedView() {
        return new ParkedView(id, kind, subjectId, attempts, lastFailure, createdAt, parkedAt);
    }
}
