package uk.helpathand.casework.alert;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.casework.AlertView;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/**
 * A call for a person to look now. Its row is its timer. Changed by statements that name what they change, because a
 * replica may raise it while somebody acknowledges: so it needs no version.
 */
@Entity
@Table(name = "alert")
public class Alert extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "enquiry_id")
    UUID enquiryId;

    @Column(name = "enquiry_reference")
    String enquiryReference;

    String reason;

    int step;

    int steps;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "raised_at")
    Instant raisedAt;

    String person;

    @Column(name = "stopped_at")
    Instant stoppedAt;

    @Column(name = "stopped_by")
    String stoppedBy;

    /**
     * Arms every step. While an earlier danger of the enquiry still has people to call nothing is added: ten texts in a
     * minute are one alarm, and it goes on to the next person at its time.
     */
    static void arm(UUID enquiryId, String reference, String reason, List<Duration> steps, Instant now) {
        if (count("enquiryId = ?1 and stoppedAt is null and raisedAt is null", enquiryId) > 0) {
            return;
        }
        for (int step = 0; step < steps.size(); step++) {
            var alert = new Alert();
            alert.id = Ids.next();
            alert.enquiryId = enquiryId;
            alert.enquiryReference = reference;
            alert.reason = reason;
            alert.step = step;
            alert.steps = steps.size();
            alert.dueAt = now.plus(steps.get(step));
            alert.persist();
        }
    }

    /** Somebody looks after the enquiry: nobody else is called. */
    static void stop(UUID enquiryId, String by, Instant now) {
        update("stoppedAt = ?1, stoppedBy = ?2 where enquiryId = ?3 and stoppedAt is null", now, by, enquiryId);
    }

    /** Due and not raised, locked; those that another replica is raising are skipped. */
    static List<Alert> claimDue(Instant now, int most) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        SELECT a.* FROM alert a
                        WHERE a.raised_at IS NULL AND a.stopped_at IS NULL AND a.due_at <= :now
                        ORDER BY a.due_at, a.id
                        LIMIT :most
                        FOR UPDATE SKIP LOCKED
                        """, Alert.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(Alert.class::cast).toList();
    }

    /** Whom its alarm has called: the steps that were armed with it, and with no earlier danger. */
    List<String> called() {
        // The column and not the entity: that is written by statements of its own.
        return find(
                        "select person from Alert where enquiryId = ?1 and id < ?2 and step < ?3 order by id desc",
                        enquiryId,
                        id,
                        step)
                .page(Page.ofSize(Math.max(step, 1)))
                .project(String.class)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Since when the oldest is due that was not raised; it is on its way for a second or two. */
    static Optional<Instant> oldestDue(Instant now) {
        return first(find(
                "select dueAt from Alert where raisedAt is null and stoppedAt is null and dueAt <= ?1"
                        + " order by dueAt, id",
                now));
    }

    /** Since when the oldest is due after which nobody has looked. */
    static Optional<Instant> oldestOpen(Instant now) {
        return first(find("select dueAt from Alert where stoppedAt is null and dueAt <= ?1 order by dueAt, id", now));
    }

    private static Optional<Instant> first(PanacheQuery<Alert> alerts) {
        return alerts.page(Page.ofSize(1)).project(Instant.class).firstResultOptional();
    }

    void raised(String to, Instant now) {
        update("raisedAt = ?1, person = ?2 where id = ?3", now, to, id);
    }

    /** Of the enquiries that whoever calls may know of. */
    static List<Alert> open(Access access, Cursor.At after, int most) {
        Map<String, Object> parameters = access.reader();
        parameters.put("at", after.at());
        parameters.put("id", after.id());
        return Alert.<Alert>find(
                        "from Alert alert where alert.stoppedAt is null and (alert.dueAt, alert.id) > (:at, :id) and "
                                + Visible.enquiry("alert.enquiryId") + " order by alert.dueAt, alert.id",
                        parameters)
                .page(Page.ofSize(most))
                .list();
    }

    AlertView toView(Conversation conversation, Rota rota) {
        return new AlertView(
                id,
                enquiryId,
                enquiryReference,
                reason,
                step,
                person != null ? person : rota.expected(step, dueAt).name(),
                dueAt,
                raisedAt,
                conversation.ownerKind,
                conversation.ownerId);
    }
}
