package uk.helpathand.casework.casefile;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** That an enquiry belongs to a case, by which decision. Many-to-many, like the threads. */
@Entity
@IdClass(CaseEnquiry.Key.class)
@Table(name = "case_enquiry")
class CaseEnquiry extends PanacheEntityBase {

    /** Its two ends. */
    record Key(UUID caseId, UUID enquiryId) {}

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Id
    @Column(name = "enquiry_id")
    UUID enquiryId;

    @Column(name = "triage_id", updatable = false)
    UUID triageId;

    static void link(UUID caseId, UUID enquiryId, UUID triageId) {
        var link = new CaseEnquiry();
        link.caseId = caseId;
        link.enquiryId = enquiryId;
        link.triageId = triageId;
        link.persist();
    }

    static List<UUID> enquiriesOf(UUID caseId) {
        return CaseEnquiry.<CaseEnquiry>list("caseId", caseId).stream()
                .map(link -> link.enquiryId)
                .sorted()
                .toList();
    }
}
