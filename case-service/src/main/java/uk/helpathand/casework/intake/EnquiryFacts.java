package uk.helpathand.casework.intake;

import java.util.UUID;
import uk.helpathand.platform.crypto.SubjectCipher;

/** Which optional things the record of an enquiry holds: that they are there, never what they are. */
public record EnquiryFacts(boolean wanted, boolean name, boolean livesIn) {

    public static EnquiryFacts of(UUID enquiryId, SubjectCipher cipher) {
        var details = EnquiryDetails.ofEnquiry(enquiryId).stream()
                .map(row -> row.toView(cipher))
                .toList();
        return new EnquiryFacts(
                Enquiry.get(enquiryId).wanted != null,
                details.stream().anyMatch(view -> view.name() != null),
                details.stream().anyMatch(view -> view.livesIn() != null));
    }
}
