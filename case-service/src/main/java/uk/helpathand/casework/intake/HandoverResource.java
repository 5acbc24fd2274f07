package uk.helpathand.casework.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import uk.helpathand.api.Author;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Referral.ReferredChild;
import uk.helpathand.api.Role;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.api.casework.OwnerKind;
import uk.helpathand.api.handover.ConfirmationHandover;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.api.handover.EnquiryHandover;
import uk.helpathand.api.handover.EnquiryHandoverApi;
import uk.helpathand.api.handover.FirstReturnHandover;
import uk.helpathand.api.handover.MessageHandover;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.alert.Alerts;
import uk.helpathand.casework.casefile.WhoAnswers;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.Deliveries;
import uk.helpathand.casework.conversation.Owner;
import uk.helpathand.casework.conversation.Replies;
import uk.helpathand.casework.task.Tasks;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;

/**
 * See {@link EnquiryHandoverApi}. Writes no audit rows: a child's message is its own record, and nothing beside it may
 * refuse it.
 */
@RolesAllowed(Role.HANDOVER)
@Transactional
public class HandoverResource implements EnquiryHandoverApi {

    private static final String NO_REASON = "immediate";

    @Inject
    HandoverReceipts receipts;

    @Inject
    Referrals referrals;

    @Inject
    DataKeys dataKeys;

    @Inject
    Alerts alerts;

    @Inject
    Replies replies;

    @Inject
    Tasks tasks;

    @Inject
    Clock clock;

    @Override
    public void putEnquiry(UUID id, EnquiryHandover sent) {
        String happening = LosslessText.storable(sent.happening());
        Referral referral = referrals.storable(sent.referral());
        if (!receipts.isFirst(id, "enquiry", immutableFields(sent, happening, referral))) {
            return;
        }
        if (Conversation.findById(sent.conversationId()) != null) {
            throw ProblemType.HANDOVER_CONFLICT.exception();
        }
        Instant now = clock.instant();
        SubjectCipher cipher = dataKeys.create(SubjectKind.ENQUIRY, id);
        var enquiry = Enquiry.receive(id, sent, referrals.own(id, referral, cipher), now);
        EnquiryChild.receive(id, children(sent), referrals.blocks(referral, cipher));
        EnquiryUrgencyReason.keep(id, sent.urgencyReasons());
        PossibleLink.keep(id, sent.possibleLinks());
        var conversation = Conversation.begin(id, sent, cipher);
        conversation.receive(sent.messageId(), firstMessage(sent));
        if (enquiry.isInTray()) {
            conversation.setAside();
        }
        tasks.textsStopped(conversation);
        if (enquiry.urgency() == Urgency.IMMEDIATE) {
            arm(enquiry, sent.urgencyReasons(), now);
        }
    }

    /** A referral counts only where there is one: an enquiry that came before there were any compares as it did. */
    private Object[] immutableFields(EnquiryHandover sent, String happening, Referral referral) {
        var fields = new ArrayList<Object>(Arrays.asList(
                sent.conversationId(),
                sent.messageId(),
                sent.reference(),
                sent.channel().wire(),
                sent.requester().wire(),
                sent.receivedAt(),
                happening,
                LosslessText.storable(sent.wanted()),
                sent.safe() == null ? null : sent.safe().wire(),
                sent.children()));
        if (referral != null) {
            fields.add(referrals.stable(referral));
        }
        return fields.toArray();
    }

    /** Nothing that was said about a child is left out because the sender did not list the child twice. */
    private static List<UUID> children(EnquiryHandover sent) {
        Stream<UUID> said = sent.referral() == null
                ? Stream.empty()
                : sent.referral().children().stream().map(ReferredChild::enquiryChildId);
        return Stream.concat(sent.children().stream(), said).toList();
    }

    private static MessageHandover firstMessage(EnquiryHandover sent) {
        return new MessageHandover(
                Author.of(sent.requester()),
                sent.receivedAt(),
                sent.happening(),
                sent.urgency(),
                sent.urgencyReasons(),
                sent.language(),
                sent.contentWarnings(),
                sent.altered(),
                sent.part(),
                sent.media());
    }

    @Override
    public void putConfirmation(UUID id, ConfirmationHandover sent) {
        var conversation = Conversation.lockOfEnquiry(id);
        Enquiry.get(id).confirmed(conversation, sent.confirmedAt(), clock.instant());
    }

    @Override
    public void putDetails(UUID id, UUID detailsId, DetailsHandover sent) {
        var conversation = Conversation.lockOfEnquiry(id);
        boolean first = receipts.isFirst(
                detailsId,
                "details",
                id,
                sent.receivedAt(),
                sent.name(),
                sent.age(),
                sent.council(),
                sent.livesIn(),
                sent.helpedBy(),
                sent.language(),
                sent.needs());
        if (first) {
            EnquiryDetails.receive(detailsId, id, sent, dataKeys.open(SubjectKind.ENQUIRY, id));
            var enquiry = Enquiry.get(id);
            enquiry.confirmed(conversation, sent.receivedAt(), clock.instant());
            conversation.waitsFor(sent.receivedAt());
            came(conversation, enquiry, sent.urgency(), sent.urgencyReasons());
        }
    }

    @Override
    public void putMessage(UUID id, UUID messageId, MessageHandover sent) {
        var conversation = Conversation.lock(id);
        boolean first = receipts.isFirst(
                messageId, "message", id, sent.author().wire(), sent.receivedAt(), LosslessText.storable(sent.text()));
        if (!first) {
            return;
        }
        var enquiry = Enquiry.get(conversation.enquiryId);
        // Whoever writes again is a person.
        enquiry.confirmed(conversation, sent.receivedAt(), clock.instant());
        conversation.receive(messageId, sent);
        came(conversation, enquiry, sent.urgency(), sent.urgencyReasons());
    }

    /** Its requester said more, in a message or otherwise: somebody has to read it, at once where there is danger. */
    private void came(Conversation conversation, Enquiry enquiry, Urgency urgency, List<UrgencyReason> reasons) {
        Instant now = clock.instant();
        enquiry.changed(now);
        enquiry.raise(urgency);
        EnquiryUrgencyReason.keep(enquiry.id, reasons);
        giveOwner(conversation, enquiry);
        if (urgency == Urgency.IMMEDIATE) {
            enquiry.dangerCame();
            arm(enquiry, reasons, now);
        }
    }

    /** Every inbound message has an owner. Where no open case answers, the child's page goes back to "not read yet". */
    private void giveOwner(Conversation conversation, Enquiry enquiry) {
        Owner owner = WhoAnswers.of(conversation.id);
        conversation.answeredBy(owner);
        if (owner.kind() == OwnerKind.QUEUE) {
            enquiry.returnToQueue();
        }
        if (conversation.stage() == ProgressStage.FINISHED) {
            replies.moveTo(conversation, ProgressStage.RECEIVED);
        }
    }

    private void arm(Enquiry enquiry, List<UrgencyReason> reasons, Instant now) {
        String reason = reasons.isEmpty() ? NO_REASON : reasons.get(0).code();
        alerts.arm(enquiry.id, enquiry.reference, LosslessText.storable(reason), now);
    }

    @Override
    public void putDelivery(UUID id, UUID messageId, DeliveryHandover delivery) {
        switch (delivery.state()) {
            case STORED, SEEN -> Deliveries.delivered(id, messageId, delivery.state(), delivery.at());
            case HELD, SENDING, SENT, DELIVERED, NOT_DELIVERED, REFUSED -> {
                var conversation = Conversation.lock(id);
                if (Deliveries.texted(id, messageId, delivery)) {
                    tasks.texted(conversation, delivery);
                }
            }
        }
    }

    @Override
    public void putContactState(UUID id, long staffVersion, long wordsVersion, SafeContact safeContact) {
        var conversation = Conversation.lock(id);
        UUID enquiryId = conversation.enquiryId;
        boolean textsWanted = conversation.textsStoppedAt() == null;
        SubjectCipher cipher = dataKeys.open(SubjectKind.ENQUIRY, enquiryId);
        if (conversation.wishes(safeContact, staffVersion, wordsVersion, cipher)) {
            Enquiry.get(enquiryId).changed(clock.instant());
        }
        if (textsWanted) {
            tasks.textsStopped(conversation);
        }
    }

    @Override
    public void putFirstReturn(UUID id, FirstReturnHandover firstReturn) {
        Conversation.lock(id).returned(firstReturn.at());
    }
}
