package uk.helpathand.contact.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Whether a conversation that began in a flood is known to be a person's. */
@Embeddable
class Confirmation {

    boolean unconfirmed;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    static Confirmation of(boolean unconfirmed) {
        var confirmation = new Confirmation();
        confirmation.unconfirmed = unconfirmed;
        return confirmation;
    }

    boolean isMissing() {
        return unconfirmed && confirmedAt == null;
    }

    /** The first time counts. Whether this was it. */
    boolean confirm(Instant now) {
        boolean first = isMissing();
        confirmedAt = first ? now : confirmedAt;
        return first;
    }
}
