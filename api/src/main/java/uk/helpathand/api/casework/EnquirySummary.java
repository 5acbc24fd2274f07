package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Channel;
import uk.helpathand.api.Requester;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;

/**
 * One line of the triage queue.
 *
 * @param reference how staff and the requester name the enquiry; an identifier, never a credential
 * @param excerpt the first 140 characters of what was written; with a content warning, or of a text that was
 *     nothing but a picture, a plain line that says so instead
 * @param contentWarnings {@code abusive-threat}, {@code abusive-sexual}, {@code abusive-insult} and perhaps others: what a reader should
 *     be warned of; absent when there is nothing
 * @param acknowledgedBy the adviser's display name; absent while nobody has it
 * @param acknowledgedById their subject, by which somebody knows their own; absent while nobody has it
 */
public record EnquirySummary(
        UUID id,
        String reference,
        Instant receivedAt,
        Channel channel,
        Requester requester,
        Urgency urgency,
        List<UrgencyReason> urgencyReasons,
        EnquiryStatus status,
        String excerpt,
        List<String> contentWarnings,
        String acknowledgedBy,
        String acknowledgedById) {}
