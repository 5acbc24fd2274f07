package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What counts now of all that was decided about the package of one request. */
public record SubjectAccessDecisions(
        @Schema(required = true) List<Decision> decisions) {

    /**
     * The last decision of its kind on an entry.
     *
     * @param entryId absent for all of the package
     * @param decision {@code redact}, {@code release}, {@code exempt} or {@code not-exempt}
     * @param counted of an exemption: whether the child's copy says how much was left out
     * @param by display name of the lead
     */
    public record Decision(String entryId, String decision, boolean counted, String reason, String by, Instant at) {}
}
