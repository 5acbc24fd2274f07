package uk.helpathand.casework.intake;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Channel;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Requester;
import uk.helpathand.api.Safe;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.api.casework.EnquiryStatus;
import uk.helpathand.api.casework.EnquirySummary;
import uk.helpathand.api.casework.EnquiryView;
import uk.helpathand.api.handover.EnquiryHandover;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.ContentWarnings;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.Message;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;

/**
 * One request for help as it was received, and where it stands in the queue. What was received is never edited. Changed
 * only by whoever holds its conversation's lock, so that a hand-over can never lose to a person.
 */
@Entity
@Table(name = "enquiry")
public class Enquiry extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(updatable = false)
    String reference;

    @Column(updatable = false)
    Channel channel;

    @Column(updatable = false)
    Requester requester;

    @Column(name = "received_at", updatable = false)
    Instant receivedAt;

    @Column(updatable = false)
    String language;

    @Column(name = "message_id", updatable = false)
    UUID messageId;

    @Column(updatable = false)
    String wanted;

    @Column(updatable = false)
    Safe safe;

    @Column(updatable = false)
    boolean altered;

    @Column(updatable = false)
    String excerpt;

    @Column(name = "content_warnings", updatable = false)
    String[] contentWarnings;

    /** See {@link Referrals}. */
    @Column(updatable = false)
    byte[] referral;

    @Column(name = "urgency_rank")
    int urgencyRank;

    EnquiryStatus status;

    /** When its sender showed that they are a person; null for one that never was in the tray, or still is. */
    @Column(name = "confirmed_at")
    Instant confirmedAt;

    @Embedded
    Acknowledged acknowledged;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    static Enquiry receive(UUID id, EnquiryHandover sent, byte[] referral, Instant now) {
        var enquiry = new Enquiry();
        enquiry.id = id;
        enquiry.reference = LosslessText.storable(sent.reference());
        enquiry.channel = sent.channel();
        enquiry.requester = sent.requester();
        enquiry.receivedAt = sent.receivedAt();
        enquiry.language = LosslessText.storable(sent.language());
        enquiry.messageId = sent.messageId();
        enquiry.wanted = LosslessText.storable(sent.wanted());
        enquiry.safe = sent.safe();
        enquiry.altered =
                sent.altered() || !LosslessText.isStorable(sent.happening()) || !LosslessText.isStorable(sent.wanted());
        enquiry.excerpt = Excerpt.of(LosslessText.storable(sent.happening()), sent.media());
        enquiry.urgencyRank = sent.urgency().ordinal();
        enquiry.contentWarnings = ContentWarnings.stored(sent.contentWarnings());
        // Danger never waits in the tray, whatever the sender says.
        boolean tray = sent.unconfirmed() && sent.urgency() != Urgency.IMMEDIATE;
        enquiry.status = tray ? EnquiryStatus.UNCONFIRMED : EnquiryStatus.NEW;
        enquiry.referral = referral;
        enquiry.changedAt = now;
        enquiry.persist();
        return enquiry;
    }

    static Enquiry get(UUID id) {
        return Enquiry.<Enquiry>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** How they may be answered has changed, which its view shows. Its conversation is locked by the caller. */
    public static void contactChanged(UUID id, Instant now) {
        get(id).changed(now);
    }

    QueuePlace place() {
        return new QueuePlace(urgencyRank, receivedAt, id);
    }

    Urgency urgency() {
        return Urgency.values()[urgencyRank];
    }

    /** Something that an adviser sees of it has changed: whoever decides on what they read before gets 412. */
    void changed(Instant now) {
        changedAt = now;
    }

    /** A machine may raise the urgency and never lowers it. */
    void raise(Urgency to) {
        urgencyRank = Math.min(urgencyRank, to.ordinal());
    }

    boolean isInTray() {
        return status == EnquiryStatus.UNCONFIRMED;
    }

    /** Out of the tray and into the queue. Changes nothing for any other, nor for one that somebody already has. */
    void confirmed(Conversation conversation, Instant at, Instant now) {
        if (isInTray()) {
            status = EnquiryStatus.NEW;
            confirmedAt = at;
            conversation.waits(receivedAt);
            changed(now);
        }
    }

    /** A new danger counts whatever was acknowledged before: somebody has to take it again. */
    void dangerCame() {
        acknowledged = null;
        if (status == EnquiryStatus.ACKNOWLEDGED) {
            status = EnquiryStatus.RETURNED;
        }
    }

    /** Decided, and now a message for which no case answers. */
    void returnToQueue() {
        if (status == EnquiryStatus.TRIAGED) {
            acknowledged = null;
            status = EnquiryStatus.RETURNED;
        }
    }

    /** The first wins; a second changes nothing. Whether this was the first. */
    boolean acknowledge(String subject, String name, Instant now) {
        if (acknowledged != null) {
            return false;
        }
        acknowledged = Acknowledged.by(subject, name, now);
        if (status != EnquiryStatus.TRIAGED) {
            status = EnquiryStatus.ACKNOWLEDGED;
        }
        changed(now);
        return true;
    }

    void requireUndecided() {
        if (status == EnquiryStatus.TRIAGED) {
            throw ProblemType.ENQUIRY_ALREADY_TRIAGED.exception();
        }
    }

    /** Whoever decides has it, if nobody had. */
    void triaged(String subject, String name, Instant now) {
        acknowledge(subject, name, now);
        status = EnquiryStatus.TRIAGED;
        changed(now);
    }

    EnquiryView.Acknowledgement acknowledgement() {
        return acknowledged == null ? null : acknowledged.toView();
    }

    EnquirySummary toSummary(List<UrgencyReason> reasons) {
        return new EnquirySummary(
                id,
                reference,
                receivedAt,
                channel,
                requester,
                urgency(),
                reasons,
                status,
                contentWarnings == null ? excerpt : Excerpt.WARNED,
                ContentWarnings.shown(contentWarnings),
                acknowledged == null ? null : acknowledged.by,
                acknowledged == null ? null : acknowledged.byId);
    }

    EnquiryView toView(SubjectCipher cipher, Referral said, List<EnquiryView.PossibleLinkView> links) {
        Conversation conversation = Conversation.ofEnquiry(id);
        return new EnquiryView(
                id,
                reference,
                receivedAt,
                channel,
                requester,
                language,
                urgency(),
                EnquiryUrgencyReason.ofEnquiries(List.of(id)).getOrDefault(id, List.of()),
                status,
                Message.<Message>findById(messageId).text,
                wanted,
                safe,
                altered,
                ContentWarnings.shown(contentWarnings),
                said,
                conversation.id,
                links,
                EnquiryChild.views(id),
                EnquiryDetails.views(id, cipher),
                conversation.safeContact(cipher),
                acknowledgement(),
                TriageDecision.views(id));
    }
}
