package uk.helpathand.casework.retention;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.ErasureGround;
import uk.helpathand.api.casework.RecordKind;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.time.Clocks;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.time.Jobs;

/**
 * Brings records whose time is over before people. It erases nothing: two of them decide. Any number of replicas may run it; of
 * one record only one erasure can be under way.
 */
@ApplicationScoped
public class ScheduleErasures {

    /** A day's work for a team at most; the rest comes the next time. */
    private static final int AT_ONCE = 100;

    private static final String NOT_UNDER_WAY = """
            AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.lifted_at IS NULL AND (h.subject_id = ended.id
                OR h.subject_id IN (SELECT s.enquiry_id FROM enquiry_subject s WHERE s.child_id = ended.id)))
            AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.subject_id = ended.id
                AND (e.status IN ('due', 'proposed', 'approved', 'stopped') OR e.kept_until > :today))
            ORDER BY ended.at, ended.id LIMIT :most
            """;

    private static final String CHILDREN = """
            SELECT ended.id FROM (SELECT child_id AS id, max(closed_at) AS at FROM case_file
                GROUP BY child_id HAVING bool_and(status = 'closed')) ended
            WHERE ended.at >= :from AND ended.at < :until
            """ + NOT_UNDER_WAY;

    private static final String ENQUIRIES = """
            SELECT ended.id FROM (SELECT id, changed_at AS at FROM enquiry e WHERE status = 'triaged'
                AND NOT EXISTS (SELECT 1 FROM case_enquiry l WHERE l.enquiry_id = e.id)) ended
            WHERE ended.at >= :from AND ended.at < :until
            """ + NOT_UNDER_WAY;

    private static final String INSERT = """
            INSERT INTO erasure (id, subject_kind, subject_id, ground, rule, status, due_at, version)
            VALUES (:id, :kind, :record, :ground, :rule, 'due', :now, 0) ON CONFLICT DO NOTHING
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    RetentionConfig config;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("{helpathand.retention.every}", "5m", this::look);
    }

    public void look() {
        for (RecordKind kind : RecordKind.values()) {
            List<RetentionConfig.Rule> rules = config.schedule().stream()
                    .filter(rule -> rule.recordClass() == kind)
                    .sorted(Comparator.comparing(RetentionConfig.Rule::validFrom))
                    .toList();
            for (int i = 0; i < rules.size(); i++) {
                look(rules.get(i), i + 1 < rules.size() ? rules.get(i + 1).validFrom() : null);
            }
        }
    }

    /** @param next when the rule after it begins; null for the last */
    private void look(RetentionConfig.Rule rule, LocalDate next) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.LONDON);
        LocalDate over = today.minus(rule.keep());
        LocalDate until = next != null && next.isBefore(over) ? next : over;
        if (!until.isAfter(rule.validFrom())) {
            return;
        }
        try {
            int brought = QuarkusTransaction.requiringNew()
                    .call(() -> bring(rule, startOf(rule.validFrom()), startOf(until), today));
            if (brought > 0) {
                Log.infof("retention: %d records are due by the rule '%s'", brought, rule.words());
            }
        } catch (RuntimeException e) {
            Log.errorf("retention: rule '%s': %s", rule.words(), e.getClass().getName());
        }
    }

    private int bring(RetentionConfig.Rule rule, Instant from, Instant until, LocalDate today) {
        List<?> due = entityManager
                .createNativeQuery(rule.recordClass() == RecordKind.CHILD ? CHILDREN : ENQUIRIES, UUID.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("today", today)
                .setParameter("most", AT_ONCE)
                .getResultList();
        due.stream().map(UUID.class::cast).forEach(id -> bring(rule, id));
        return due.size();
    }

    private void bring(RetentionConfig.Rule rule, UUID recordId) {
        int inserted = entityManager
                .createNativeQuery(INSERT)
                .setParameter("id", Ids.next())
                .setParameter("kind", rule.recordClass().wire())
                .setParameter("record", recordId)
                .setParameter("ground", ErasureGround.NO_LONGER_NEEDED.wire())
                .setParameter("rule", rule.words())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (inserted == 1) {
            audit.doneBySystem(
                    "record.due", rule.recordClass().wire(), List.of(recordId), ErasureGround.NO_LONGER_NEEDED.wire());
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Clocks.LONDON).toInstant();
    }
}
