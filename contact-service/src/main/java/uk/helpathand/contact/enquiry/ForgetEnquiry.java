package uk.helpathand.contact.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import uk.helpathand.contact.conversation.Forgetting.Forgotten;

/** What was said in an enquiry goes with the words of its conversation. */
@ApplicationScoped
class ForgetEnquiry {

    void forget(@Observes Forgotten forgotten) {
        EnquiryDetails.update(
                "answers = null where enquiryId in (select id from Enquiry where conversationId = ?1)",
                forgotten.conversationId());
        Enquiry.update("wanted = null, referral = null where conversationId = ?1", forgotten.conversationId());
    }
}
