package uk.helpathand.casework.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import uk.helpathand.api.casework.EnquiryView.Acknowledgement;

/** Who has an enquiry, and since when. */
@Embeddable
class Acknowledged {

    @Column(name = "acknowledged_by_id")
    String byId;

    @Column(name = "acknowledged_by")
    String by;

    @Column(name = "acknowledged_at")
    Instant at;

    static Acknowledged by(String subject, String name, Instant now) {
        var acknowledged = new Acknowledged();
        acknowledged.byId = subject;
        acknowledged.by = name;
        acknowledged.at = now;
        return acknowledged;
    }

    Acknowledgement toView() {
        return new Acknowledgement(by, byId, at);
    }
}
