package uk.helpathand.casework.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;

/** Why an enquiry is as urgent as it is. Every reason is kept. */
@Entity
@Table(name = "enquiry_urgency_reason")
class EnquiryUrgencyReason extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "enquiry_id")
    UUID enquiryId;

    String code;

    Instant at;

    static void keep(UUID enquiryId, List<UrgencyReason> reasons) {
        for (UrgencyReason reason : reasons) {
            var row = new EnquiryUrgencyReason();
            row.id = Ids.next();
            row.enquiryId = enquiryId;
            row.code = LosslessText.storable(reason.code());
            row.at = reason.at();
            row.persist();
        }
    }

    /** Oldest first; an enquiry without any is absent. */
    static Map<UUID, List<UrgencyReason>> ofEnquiries(Collection<UUID> enquiryIds) {
        return EnquiryUrgencyReason.<EnquiryUrgencyReason>list("enquiryId in ?1", enquiryIds).stream()
                .sorted(Comparator.comparing((EnquiryUrgencyReason row) -> row.at)
                        .thenComparing(row -> row.id))
                .collect(groupingBy(
                        row -> row.enquiryId, mapping(row -> new UrgencyReason(row.code, row.at), toList())));
    }
}
