package uk.helpathand.casework.intake;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.TriageOutcome;
import uk.helpathand.api.casework.TriageView;
import uk.helpathand.casework.casefile.CaseFile;
import uk.helpathand.platform.time.Ids;

/** A person's decision on an enquiry, never edited: an enquiry that comes back gets a further one. */
@Entity
@Table(name = "triage")
class TriageDecision extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "enquiry_id")
    UUID enquiryId;

    TriageOutcome outcome;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    Instant at;

    @Column(name = "message_id")
    UUID messageId;

    /** @param messageId what the child was told; null when nothing was said */
    static TriageDecision take(
            UUID enquiryId, TriageOutcome outcome, String byId, String byName, UUID messageId, Instant now) {
        var decision = new TriageDecision();
        decision.id = Ids.next();
        decision.enquiryId = enquiryId;
        decision.outcome = outcome;
        decision.byId = byId;
        decision.byName = byName;
        decision.messageId = messageId;
        decision.at = now;
        decision.persist();
        return decision;
    }

    /** Oldest first. */
    static List<TriageDecision> ofEnquiry(UUID enquiryId) {
        return list("enquiryId = ?1 order by at, id", enquiryId);
    }

    static List<TriageView> views(UUID enquiryId) {
        return ofEnquiry(enquiryId).stream().map(TriageDecision::toView).toList();
    }

    TriageView toView() {
        List<TriageView.TriagedCase> cases = CaseFile.ofTriage(id).stream()
                .map(file -> new TriageView.TriagedCase(file.id, file.reference, file.childId))
                .toList();
        return new TriageView(id, outcome, byName, at, cases, messageId);
    }
}
