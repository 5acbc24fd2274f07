package uk.helpathand.casework.subjectaccess;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import uk.helpathand.api.casework.SubjectAccessDecisions;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;

/** What a lead decided about an entry of a package. Never changed: a later one of its kind counts instead. */
@Entity
@Immutable
@Table(name = "subject_access_decision")
class Decision extends PanacheEntityBase {

    static final String REDACT = "redact";
    static final String RELEASE = "release";
    static final String EXEMPT = "exempt";
    static final String NOT_EXEMPT = "not-exempt";

    @Id
    UUID id;

    @Column(name = "subject_access_id")
    UUID subjectAccessId;

    /** Null for all of the package. */
    @Column(name = "entry_id")
    String entryId;

    String decision;

    boolean counted;

    String reason;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    Instant at;

    static void keep(
            UUID subjectAccessId,
            String entryId,
            String decision,
            boolean counted,
            String reason,
            Actor by,
            Instant now) {
        var row = new Decision();
        row.id = Ids.next();
        row.subjectAccessId = subjectAccessId;
        row.entryId = entryId;
        row.decision = decision;
        row.counted = counted;
        row.reason = LosslessText.storable(reason);
        row.byId = by.id();
        row.byName = by.displayName();
        row.at = now;
        row.persist();
    }

    /** In the order in which they were taken. */
    static List<Decision> of(UUID subjectAccessId) {
        return list("subjectAccessId = ?1 order by at, id", subjectAccessId);
    }

    SubjectAccessDecisions.Decision toView() {
        return new SubjectAccessDecisions.Decision(entryId, decision, counted, reason, byName, at);
    }
}
