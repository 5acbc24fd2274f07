package uk.helpathand.contact.enquiry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Safe;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;

/**
 * What somebody has sent.
 *
 * @param happening in their words; the only thing that must be there
 * @param wanted may be null
 * @param safe null when not answered
 * @param language of the page, as a BCP 47 tag
 * @param referral what an adult said of the children; null for a child
 * @param raised what beside {@code safe} makes it urgent. It changes with the hour, so it is no part of what was sent
 */
public record NewEnquiry(
        String happening,
        String wanted,
        Safe safe,
        SafeContact safeContact,
        String language,
        Referral referral,
        @JsonIgnore Assessment raised) {

    public NewEnquiry(String happening, String wanted, Safe safe, SafeContact safeContact, String language) {
        this(happening, wanted, safe, safeContact, language, null, Assessment.NOTHING);
    }
}
