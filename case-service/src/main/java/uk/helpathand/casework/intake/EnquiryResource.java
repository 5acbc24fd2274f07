package uk.helpathand.casework.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.Role;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.api.casework.EnquiryApi;
import uk.helpathand.api.casework.EnquiryStatus;
import uk.helpathand.api.casework.EnquirySummary;
import uk.helpathand.api.casework.EnquiryView;
import uk.helpathand.api.casework.Triage;
import uk.helpathand.api.casework.TriageView;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.alert.Alerts;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.Replies;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Idempotency;
import uk.helpathand.platform.web.Preconditions;

/** See {@link EnquiryApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class EnquiryResource implements EnquiryApi {

    private static final String SUBJECT = "enquiry";

    @Inject
    Triages triages;

    @Inject
    Referrals referrals;

    @Inject
    Replies replies;

    @Inject
    Alerts alerts;

    @Inject
    DataKeys dataKeys;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Access access;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    public Page<EnquirySummary> list(EnquiryStatus status, Urgency urgency, String after, int limit) {
        List<Enquiry> rows = QueuePlace.parse(after).following(status, urgency, access.reader(), limit + 1);
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        Map<UUID, List<UrgencyReason>> reasons = EnquiryUrgencyReason.ofEnquiries(ids);
        audit.done("enquiry.list", SUBJECT, ids);
        return Cursor.page(
                rows, limit, row -> row.toSummary(reasons.getOrDefault(row.id, List.of())), last -> last.place()
                        .encode());
    }

    @Override
    public EnquiryView get(UUID id) {
        access.requireEnquiry(id);
        var enquiry = Enquiry.get(id);
        audit.done("enquiry.read", SUBJECT, List.of(id));
        preconditions.etag(enquiry.version);
        return enquiry.toView(
                dataKeys.open(SubjectKind.ENQUIRY, id), referrals.of(enquiry), PossibleLink.views(id, access));
    }

    @Override
    public EnquiryView.Acknowledgement acknowledge(UUID id) {
        access.requireEnquiry(id);
        var conversation = Conversation.lockOfEnquiry(id);
        var enquiry = Enquiry.get(id);
        Instant now = clock.instant();
        boolean fromTray = enquiry.isInTray();
        if (enquiry.acknowledge(actor.id(), actor.displayName(), now)) {
            alerts.stop(id, actor.id(), now);
            if (fromTray) {
                conversation.waits(enquiry.receivedAt);
            }
            if (enquiry.status == EnquiryStatus.ACKNOWLEDGED) {
                replies.moveTo(conversation, ProgressStage.READ);
            }
        }
        audit.done("enquiry.acknowledge", SUBJECT, List.of(id));
        return enquiry.acknowledgement();
    }

    @Override
    public TriageView triage(UUID id, String idempotencyKey, String ifMatch, Triage triage) {
        access.requireEnquiry(id);
        TriageView decided = idempotency.once("enquiry.triage " + id, triage, TriageView.class, () -> {
            var conversation = Conversation.lockOfEnquiry(id);
            var enquiry = Enquiry.get(id);
            preconditions.honour(ifMatch, enquiry.version);
            return triages.decide(enquiry, conversation, triage).toView();
        });
        audit.done("enquiry.triage", SUBJECT, List.of(id));
        return decided;
    }
}
