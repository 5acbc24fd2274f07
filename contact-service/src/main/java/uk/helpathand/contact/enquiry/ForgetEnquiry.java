package uk.helpathand.contact.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import uk.helpathand.contact.conversation.Erasing.Erased;
import uk.helpathand.contact.conversation.Forgetting.Forgotten;

/** What was said in an enquiry goes with the words of its conversation, and the enquiry with the conversation. */
@ApplicationScoped
class ForgetEnquiry {

    void forget(@Observes Forgotten forgotten) {
        EnquiryDetails.update(
                "answers = null where enquiryId in (select id from Enquiry where conversationId = ?1)",
                forgotten.conversationId());
        Enquiry.update("wanted = null, referral = null where conversationId = ?1", forgotten.conversationId());
    }

    void erase(@Observes Erased erased) {
        UUID id = erased.conversationId();
        EnquiryDetails.delete("enquiryId in (select id from Enquiry where conversationId = ?1)", id);
        Enquiry.delete("conversationId", id);
        Enquiry.getEntityManager()
                .createNativeQuery("UPDATE enquiry SET possible_links = array_remove(possible_links, :id)"
                        + " WHERE possible_links @> ARRAY[CAST(:id AS uuid)]")
                .setParameter("id", id)
                .executeUpdate();
    }
}
