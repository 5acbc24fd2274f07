package uk.helpathand.api.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a record is to be erased, who decided it, and that it was. Once it is done this is the evidence: it holds nothing of
 * whom it was about, and its {@code recordId} leads nowhere.
 *
 * @param recordId the child or the enquiry
 * @param rule of the schedule, for example {@code child P75Y since 2000-01-01}; absent where a person began it
 * @param dueAt since when somebody has to look
 * @param proposedBy display name of the first person; absent until somebody proposes it
 * @param proposedAt absent until somebody proposes it
 * @param decidedBy display name of the second, who approved it or keeps the record; absent until it is decided
 * @param decidedAt absent until it is decided
 * @param keptUntil from then on the schedule brings it again; absent unless it is kept
 * @param doneAt absent until it is done
 * @param evidence absent until it is done
 */
public record ErasureView(
        UUID id,
        RecordKind kind,
        UUID recordId,
        ErasureGround ground,
        String rule,
        ErasureStatus status,
        Instant dueAt,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt,
        LocalDate keptUntil,
        Instant doneAt,
        Evidence evidence) {

    /**
     * How much went.
     *
     * @param redactions enquiries that are also about a child who stays, whose words wait for people
     * @param reasons of colleagues, beside the audit
     */
    public record Evidence(int cases, int enquiries, int messages, int redactions, int reasons) {}
}
