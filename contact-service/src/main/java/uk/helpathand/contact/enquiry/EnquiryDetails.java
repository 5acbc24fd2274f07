package uk.helpathand.contact.enquiry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import uk.helpathand.platform.crypto.SubjectCipher;

/** What was added to an enquiry after it was sent; one row a sending. */
@Entity
@Table(name = "enquiry_details")
public class EnquiryDetails extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "enquiry_id")
    public UUID enquiryId;

    byte[] origin;

    @Column(name = "received_at")
    public Instant receivedAt;

    /** {@link Details} as JSON. */
    byte[] answers;

    public String answers(SubjectCipher cipher) {
        return cipher.decrypt(answers, "enquiry_details.answers", id);
    }
}
