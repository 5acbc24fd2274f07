package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was said in one breath about a child who was erased and one who stays, text by text.
 *
 * @param texts all of them: the enquiry's and the thread's in the order in which they were said, then what stands beside; none
 *     once it is done
 * @param proposedBy display name of the first person; absent while nobody proposes anything
 * @param proposedAt absent while nobody proposes anything
 * @param approvedBy display name of the second; absent until it is done
 * @param approvedAt absent until it is done
 */
public record RedactionView(
        UUID id,
        UUID enquiryId,
        RedactionStatus status,
        Instant dueAt,
        List<SharedText> texts,
        String proposedBy,
        Instant proposedAt,
        String approvedBy,
        Instant approvedAt) {

    /**
     * One text.
     *
     * @param name {@code wanted}, {@code tried}, {@code event 1} and so on, or {@code message} and its id; {@code details}, the
     *     id of a sending and the field; {@code next-step}, {@code safe-note}, {@code cover-words}; {@code code-revocation} or
     *     {@code code-reissue} and its id
     * @param text as it stands
     * @param proposed what it would say instead; empty where it goes; absent where it stays as it is
     */
    public record SharedText(String name, String text, String proposed) {}
}
