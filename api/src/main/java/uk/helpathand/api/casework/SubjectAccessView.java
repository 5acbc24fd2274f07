package uk.helpathand.api.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A request for a copy of what is held on a child (UK GDPR article 15), and how far it is.
 *
 * @param receivedOn the day in Europe/London on which it reached us
 * @param firstDueOn one month after that (UK GDPR article 12(3)), on a working day of England
 * @param dueOn by when it has to be answered: {@code firstDueOn}, or two months more once it was extended
 * @param extendedAt absent while it was not
 * @param extensionReason absent while it was not
 * @param given absent while it is open
 * @param exemption absent where all was given, and while it is open
 * @param closingNote absent when nobody gave one, and while it is open
 * @param closedBy display name; absent while it is open
 * @param closedAt absent while it is open
 */
public record SubjectAccessView(
        UUID id,
        UUID childId,
        LocalDate receivedOn,
        SubjectAccessAskedBy askedBy,
        String identityCheckedHow,
        String recordedBy,
        Instant recordedAt,
        LocalDate firstDueOn,
        LocalDate dueOn,
        Instant extendedAt,
        String extensionReason,
        SubjectAccessGiven given,
        SubjectAccessExemption exemption,
        String closingNote,
        String closedBy,
        Instant closedAt) {}
