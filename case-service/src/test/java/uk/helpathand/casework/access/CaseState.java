package uk.helpathand.casework.access;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A case of the access matrix with all that hangs on it. */
record CaseState(
        Restricted made,
        UUID taskId,
        UUID glassId,
        UUID consentId,
        UUID copyId,
        UUID erasureId,
        UUID holdId,
        UUID redactionId) {

    /** To which a path's {@code id} leads. */
    UUID id(String template) {
        Map<String, UUID> byPlace = Map.of(
                "cases", made.caseId,
                "enquiries", made.sent.id,
                "children", made.childId,
                "tasks", taskId,
                "break-glass", glassId,
                "subject-access-requests", copyId,
                "erasures", erasureId,
                "legal-holds", holdId,
                "redactions", redactionId);
        return byPlace.getOrDefault(template.split("/")[2], made.sent.conversationId);
    }

    boolean isNamedIn(String answer) {
        return Stream.of(made.caseId, made.sent.id, made.sent.conversationId, made.childId, glassId)
                .anyMatch(id -> answer.contains(id.toString()));
    }
}
