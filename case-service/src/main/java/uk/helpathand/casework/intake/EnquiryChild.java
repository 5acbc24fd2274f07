package uk.helpathand.casework.intake;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.casework.EnquiryView.EnquiryChildView;

/** A child within an enquiry, before and after there is a record of them. Changed under the conversation's lock only. */
@Entity
@IdClass(EnquiryChild.Key.class)
@Table(name = "enquiry_child")
class EnquiryChild extends PanacheEntityBase {

    /** The sender's id names a child within its enquiry only. */
    record Key(UUID enquiryId, UUID id) {}

    @Id
    @Column(name = "enquiry_id")
    UUID enquiryId;

    @Id
    UUID id;

    @Column(updatable = false)
    int position;

    @Column(name = "child_id")
    UUID childId;

    /** What an adult said about this child, see {@link Referrals}. */
    byte[] referral;

    static void receive(UUID enquiryId, List<UUID> ids, Map<UUID, byte[]> blocks) {
        List<UUID> distinct = ids.stream().distinct().toList();
        for (int i = 0; i < distinct.size(); i++) {
            var child = new EnquiryChild();
            child.enquiryId = enquiryId;
            child.id = distinct.get(i);
            child.position = i + 1;
            child.referral = blocks.get(child.id);
            child.persist();
        }
    }

    static List<EnquiryChild> ofEnquiry(UUID enquiryId) {
        return list("enquiryId = ?1 order by position", enquiryId);
    }

    static List<EnquiryChildView> views(UUID enquiryId) {
        return ofEnquiry(enquiryId).stream().map(EnquiryChild::toView).toList();
    }

    EnquiryChildView toView() {
        return new EnquiryChildView(id, position, childId);
    }
}
