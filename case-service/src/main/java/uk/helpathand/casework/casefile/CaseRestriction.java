package uk.helpathand.casework.casefile;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;

/** That a case was restricted or opened to the team again, by whom and why. Never edited. */
@Entity
@Table(name = "case_restriction")
class CaseRestriction extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    boolean restricted;

    String reason;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    Instant at;

    static void keep(UUID caseId, boolean restricted, String reason, Actor by, Instant now) {
        var row = new CaseRestriction();
        row.id = Ids.next();
        row.caseId = caseId;
        row.restricted = restricted;
        row.reason = LosslessText.storable(reason);
        row.byId = by.id();
        row.byName = by.displayName();
        row.at = now;
        row.persist();
    }
}
