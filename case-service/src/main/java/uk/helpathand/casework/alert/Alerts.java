package uk.helpathand.casework.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Arms and stops the alerts of an enquiry. Within the caller's transaction, under its conversation's lock. */
@ApplicationScoped
public class Alerts {

    @Inject
    AlertConfig config;

    /** @param reason code of the urgency reason */
    public void arm(UUID enquiryId, String reference, String reason, Instant now) {
        Alert.arm(enquiryId, reference, reason, config.steps(), now);
    }

    /** @param by subject of whoever acknowledged or decided */
    public void stop(UUID enquiryId, String by, Instant now) {
        Alert.stop(enquiryId, by, now);
    }

    /** Whether somebody is being called because of it, or is about to be. */
    public boolean areOn(UUID enquiryId) {
        return Alert.count("enquiryId = ?1 and stoppedAt is null", enquiryId) > 0;
    }
}
