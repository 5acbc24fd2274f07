package uk.helpathand.casework.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.helpathand.api.Page;
import uk.helpathand.api.casework.AuditOutcome;
import uk.helpathand.platform.web.Cursor;

/**
 * What is asked of the audit. Every reading is bounded, however long the audit grows: by one filter an index answers, and of
 * the rows it gives a thousand at most are held against the others. So a page may be short and have a next one.
 *
 * @param subjects rows that name one of them; null for all
 * @param actor null for all, as the next two
 * @param from not before
 * @param before only what was before
 * @param hidden rows that name nothing else are left out; empty for none
 */
record AuditQuery(
        Collection<UUID> subjects,
        String actor,
        String action,
        AuditOutcome outcome,
        Instant from,
        Instant before,
        Set<UUID> hidden) {

    private static final int READ_AT_MOST = 1_000;

    /** After the last id of a moment, and before the first. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final UUID FIRST = new UUID(0, 0);

    /** Of clocks that differ between replicas. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Duration FIRST_WINDOW = Duration.ofHours(1);

    /** The second line says nothing new: by it PostgreSQL knows which months to leave out. */
    private static final String SELECT = """
            select id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids, reason from audit
            where at >= :from and at <= :at
              and (at, id) < (:at, :id)""";

    /**
     * For the length of the transaction. Months that are empty yet are read fastest without their index, and with one of
     * them in the plan everything would be gathered and sorted.
     */
    static final String BY_INDEX_IN_ORDER =
            "select set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)";

    /**
     * The other way round: in order of time nearly all rows would be read to find the few of a subject. Whether by the subject or by
     * the stretch depends on both: a plan for any values is no good here.
     */
    static final String BY_SUBJECT = "select set_config('enable_seqscan', 'off', true),"
            + " set_config('plan_cache_mode', 'force_custom_plan', true),"
            + " set_config('enable_indexscan', 'off', true), set_config('enable_sort', 'on', true)";

    private static final String NEWEST = "\norder by at desc, id desc limit :most";

    /** The rows of a page and where the next one begins; null when there is none. */
    record Found(List<AuditRow> rows, Cursor.At next) {

        <V> Page<V> toPage(Function<AuditRow, V> view) {
            return new Page<>(rows.stream().map(view).toList(), next == null ? null : next.encode());
        }
    }

    /** @param after null for the first page */
    Found newest(Cursor.At after, int limit, Instant now) {
        plan(BY_INDEX_IN_ORDER);
        Cursor.At place = after == null ? beginning(now.plus(AHEAD)) : after;
        return subjects == null ? alongTime(place, limit) : ofSubjects(place, limit);
    }

    private Cursor.At beginning(Instant latest) {
        return before != null && before.isBefore(latest) ? new Cursor.At(before, FIRST) : new Cursor.At(latest, LAST);
    }

    /** By the index of the first filter there is. */
    private Found alongTime(Cursor.At place, int limit) {
        var parameters = new HashMap<String, Object>();
        String sql = SELECT;
        boolean more;
        if (actor != null) {
            sql += " and actor = :actor";
            parameters.put("actor", actor);
            more = action != null || outcome != null || !hidden.isEmpty();
        } else if (action != null) {
            sql += " and action = :action";
            parameters.put("action", action);
            more = outcome != null || !hidden.isEmpty();
        } else {
            // A literal, because the index is a partial one. What was done is nearly everything and needs none.
            sql += outcome == AuditOutcome.REFUSED ? " and outcome = 'refused'" : "";
            more = outcome != null && outcome != AuditOutcome.REFUSED || !hidden.isEmpty();
        }
        int most = more ? READ_AT_MOST : limit + 1;
        List<AuditRow> read = read(sql + NEWEST, parameters, from, place, most);
        return page(read, limit, read.size() == most);
    }

    /** @param cut there may be more than was read */
    private Found page(List<AuditRow> read, int limit, boolean cut) {
        List<AuditRow> shown = new ArrayList<>();
        for (AuditRow row : read) {
            if (shown.size() == limit) {
                return found(shown, shown.get(limit - 1).place());
            }
            if (isMeant(row)) {
                shown.add(row);
            }
        }
        return found(shown, cut ? read.get(read.size() - 1).place() : null);
    }

    /** With what people gave as their reason, which stands beside the chain and may be gone. */
    private static Found found(List<AuditRow> rows, Cursor.At next) {
        Map<UUID, AuditRow> byId =
                rows.stream().filter(AuditRow::hasWords).collect(Collectors.toMap(row -> row.id, Function.identity()));
        if (!byId.isEmpty()) {
            List<?> reasons = AuditRow.getEntityManager()
                    .createNativeQuery("select audit_id, reason from audit_reason where audit_id in :ids")
                    .setParameter("ids", byId.keySet())
                    .getResultList();
            reasons.stream()
                    .map(Object[].class::cast)
                    .forEach(reason -> byId.get((UUID) reason[0]).words = (String) reason[1]);
        }
        return new Found(rows, next);
    }

    private boolean isMeant(AuditRow row) {
        return (actor == null || actor.equals(row.actor))
                && (action == null || action.equals(row.action))
                && (outcome == null || outcome.wire().equals(row.outcome))
                && !row.isOnlyAbout(hidden);
    }

    /**
     * An index of subjects knows no order. So one stretch of time after the other, each twice as long as the one before, until
     * the page is full: what has to be put in order are the rows of that stretch and not of all years.
     */
    private Found ofSubjects(Cursor.At place, int limit) {
        var parameters = new HashMap<String, Object>();
        parameters.put("subjects", array(subjects));
        String sql = SELECT + " and subject_ids && cast(:subjects as uuid[])";
        if (actor != null) {
            sql += " and actor = :actor";
            parameters.put("actor", actor);
        }
        if (action != null) {
            sql += " and action = :action";
            parameters.put("action", action);
        }
        if (outcome != null) {
            sql += " and outcome = :outcome";
            parameters.put("outcome", outcome.wire());
        }
        Instant first = firstEver();
        if (first.isBefore(from)) {
            first = from;
        }
        plan(BY_SUBJECT);
        List<AuditRow> found = new ArrayList<>();
        Cursor.At upper = place;
        Duration window = FIRST_WINDOW;
        while (found.size() <= limit && !upper.at().isBefore(first)) {
            Instant lower = upper.at().minus(window);
            lower = lower.isBefore(first) ? first : lower;
            found.addAll(read(sql + NEWEST, parameters, lower, upper, limit + 1 - found.size()));
            if (lower.equals(first)) {
                break;
            }
            upper = new Cursor.At(lower, FIRST);
            window = window.multipliedBy(2);
        }
        return page(found, limit, found.size() > limit);
    }

    private static Instant firstEver() {
        Instant first = AuditRow.getEntityManager()
                .createQuery("select min(row.at) from AuditRow row", Instant.class)
                .getSingleResult();
        return first == null ? Instant.MAX : first;
    }

    private static void plan(String settings) {
        AuditRow.getEntityManager().createNativeQuery(settings, Object[].class).getSingleResult();
    }

    private static List<AuditRow> read(
            String sql, Map<String, Object> parameters, Instant from, Cursor.At place, int most) {
        var query = AuditRow.getEntityManager()
                .createNativeQuery(sql, AuditRow.class)
                .setParameter("from", from)
                .setParameter("at", place.at())
                .setParameter("id", place.id())
                .setParameter("most", most);
        parameters.forEach(query::setParameter);
        List<?> rows = query.getResultList();
        return rows.stream().map(AuditRow.class::cast).toList();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
