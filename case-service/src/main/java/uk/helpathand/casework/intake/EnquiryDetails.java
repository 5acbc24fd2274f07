package uk.helpathand.casework.intake;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.casework.EnquiryView.EnquiryDetailsView;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;

/** One sending of the optional page, in the child's words. Never edited. */
@Entity
@Table(name = "enquiry_details")
class EnquiryDetails extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "enquiry_id")
    UUID enquiryId;

    @Column(name = "received_at")
    Instant receivedAt;

    byte[] name;

    byte[] age;

    byte[] council;

    @Column(name = "lives_in")
    byte[] livesIn;

    @Column(name = "helped_by")
    byte[] helpedBy;

    byte[] language;

    byte[] needs;

    static void receive(UUID id, UUID enquiryId, DetailsHandover sent, SubjectCipher cipher) {
        var row = new EnquiryDetails();
        row.id = id;
        row.enquiryId = enquiryId;
        row.receivedAt = sent.receivedAt();
        row.name = row.encrypt(sent.name(), "name", cipher);
        row.age = row.encrypt(sent.age(), "age", cipher);
        row.council = row.encrypt(sent.council(), "council", cipher);
        row.livesIn = row.encrypt(sent.livesIn(), "lives_in", cipher);
        row.helpedBy = row.encrypt(sent.helpedBy(), "helped_by", cipher);
        row.language = row.encrypt(sent.language(), "language", cipher);
        row.needs = row.encrypt(sent.needs(), "needs", cipher);
        row.persist();
    }

    /** Newest first. */
    static List<EnquiryDetails> ofEnquiry(UUID enquiryId) {
        return list("enquiryId = ?1 order by receivedAt desc, id desc", enquiryId);
    }

    static List<EnquiryDetailsView> views(UUID enquiryId, SubjectCipher cipher) {
        return ofEnquiry(enquiryId).stream().map(row -> row.toView(cipher)).toList();
    }

    /** The name they gave last. */
    static Optional<String> lastName(UUID enquiryId, SubjectCipher cipher) {
        return ofEnquiry(enquiryId).stream()
                .map(row -> row.decrypt(row.name, "name", cipher))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private byte[] encrypt(String value, String field, SubjectCipher cipher) {
        return cipher.encrypt(LosslessText.storable(value), "enquiry_details." + field, id);
    }

    private String decrypt(byte[] value, String field, SubjectCipher cipher) {
        return cipher.decrypt(value, "enquiry_details." + field, id);
    }

    EnquiryDetailsView toView(SubjectCipher cipher) {
        return new EnquiryDetailsView(
                id,
                receivedAt,
                decrypt(name, "name", cipher),
                decrypt(age, "age", cipher),
                decrypt(council, "council", cipher),
                decrypt(livesIn, "lives_in", cipher),
                decrypt(helpedBy, "helped_by", cipher),
                decrypt(language, "language", cipher),
                decrypt(needs, "needs", cipher));
    }
}
