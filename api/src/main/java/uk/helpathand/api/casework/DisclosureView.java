package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That something of a case was shared with a body. Never changed.
 *
 * @param bodyName of the body in words
 * @param by how
 * @param consentId that covered it at {@code at}; absent without one
 * @param reason why without consent; absent with one
 * @param whyNotTold absent where the child was told
 * @param at when it was checked and recorded
 * @param recordedBy display name of the colleague
 */
public record DisclosureView(
        UUID id,
        BodyKind bodyKind,
        String bodyName,
        List<SharedPart> what,
        DisclosureWay by,
        SharingBasis basis,
        UUID consentId,
        String reason,
        ChildTold childTold,
        String whyNotTold,
        Instant at,
        String recordedBy) {}
