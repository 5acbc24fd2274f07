package uk.helpathand.contact.handover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.enquiry.AddedDetails;
import uk.helpathand.contact.enquiry.Details;
import uk.helpathand.contact.enquiry.EnquiryDetails;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Hands what the child added after sending to case-service. */
@ApplicationScoped
class HandOverDetails implements OutboxHandler {

    @RestClient
    CaseServiceClient caseService;

    @Inject
    Conversations conversations;

    @Inject
    AddedDetails added;

    private record Loaded(UUID enquiryId, DetailsHandover body) {}

    @Override
    public String kind() {
        return AddedDetails.OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        Loaded loaded = QuarkusTransaction.requiringNew().call(() -> load(owed));
        caseService.putDetails(loaded.enquiryId, owed.subjectId, loaded.body);
    }

    private Loaded load(OutboxMessage owed) {
        EnquiryDetails row = EnquiryDetails.findById(owed.subjectId);
        Details details = added.read(row, conversations.cipherOf(owed.streamId));
        Assessment assessment = added.assess(details);
        return new Loaded(
                row.enquiryId,
                new DetailsHandover(
                        row.receivedAt,
                        LosslessText.storable(details.name()),
                        LosslessText.storable(details.age()),
                        LosslessText.storable(details.council()),
                        LosslessText.storable(details.livesIn()),
                        LosslessText.storable(details.helpedBy()),
                        LosslessText.storable(details.language()),
                        LosslessText.storable(details.needs()),
                        assessment.urgency(),
                        assessment.reasons().stream()
                                .map(code -> new UrgencyReason(code, row.receivedAt))
                                .toList()));
    }
}
