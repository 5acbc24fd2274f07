package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Channel;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Requester;
import uk.helpathand.api.Safe;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;

/**
 * An enquiry as the adviser sees it: the request as it was received, what was added since, and what was decided.
 *
 * @param language of the text or of the page it was written on, a BCP 47 tag; absent when not known
 * @param happening the child's or adult's own words, never corrected
 * @param wanted what they want, in their own words; absent when they did not say
 * @param safe absent when they did not say
 * @param altered some characters could not be kept as sent and stand as U+FFFD
 * @param contentWarnings {@code abusive-threat}, {@code abusive-sexual}, {@code abusive-insult} and perhaps others: what a reader should
 *     be warned of before {@code happening} is shown; absent when there is
 *     nothing
 * @param referral what an adult said, typed; absent for a child
 * @param possibleLinks conversations of the same number, newest first: perhaps the same person, perhaps another who has the
 *     phone now. A person decides; nothing is joined or shown to anybody because of them
 * @param children whom it is about; {@code childId} is there once triage made or found the child
 * @param details newest first; each is one sending of the optional page
 * @param safeContact how we may answer
 * @param acknowledgement absent while nobody has it
 * @param triages the decisions, oldest first; more than one when an enquiry came back to the queue
 */
public record EnquiryView(
        UUID id,
        String reference,
        Instant receivedAt,
        Channel channel,
        Requester requester,
        String language,
        Urgency urgency,
        List<UrgencyReason> urgencyReasons,
        EnquiryStatus status,
        String happening,
        String wanted,
        Safe safe,
        boolean altered,
        List<String> contentWarnings,
        Referral referral,
        UUID conversationId,
        List<PossibleLinkView> possibleLinks,
        List<EnquiryChildView> children,
        List<EnquiryDetailsView> details,
        SafeContact safeContact,
        Acknowledgement acknowledgement,
        List<TriageView> triages) {

    /**
     * One child whom it is about.
     *
     * @param enquiryChildId names the child within the enquiry, before a record of the child exists
     * @param childId the record, after triage; absent while there is none
     */
    public record EnquiryChildView(UUID enquiryChildId, int position, UUID childId) {}

    /**
     * Another conversation by the same number, so perhaps of the same person: somebody has to look.
     *
     * @param reference of that conversation's enquiry
     * @param caseIds the cases it belongs to, one of which this enquiry may join
     * @param lastMessageAt when anybody last wrote in it
     */
    public record PossibleLinkView(
            UUID conversationId, UUID enquiryId, String reference, List<UUID> caseIds, Instant lastMessageAt) {}

    /**
     * In the child's words, as far as they gave any.
     *
     * @param name absent when they did not say, or nothing is left of it
     * @param age absent when they did not say, or nothing is left of it
     * @param council absent when they did not say, or nothing is left of it
     * @param livesIn absent when they did not say, or nothing is left of it
     * @param helpedBy absent when they did not say, or nothing is left of it
     * @param language absent when they did not say, or nothing is left of it
     * @param needs absent when they did not say, or nothing is left of it
     */
    public record EnquiryDetailsView(
            UUID id,
            Instant receivedAt,
            String name,
            String age,
            String council,
            String livesIn,
            String helpedBy,
            String language,
            String needs) {}

    /**
     * The first person who took the enquiry; a second acknowledgement changes nothing.
     *
     * @param by their display name
     * @param byId their subject, by which somebody knows whether it is they
     */
    public record Acknowledgement(String by, String byId, Instant at) {}
}
