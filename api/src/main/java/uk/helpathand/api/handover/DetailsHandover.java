package uk.helpathand.api.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;

/**
 * What the child chose to add after the message was safe. All optional, all in the child's words.
 *
 * @param urgency what these answers alone give; it raises the enquiry's, never lowers it. Absent means standard
 * @param urgencyReasons why; absent means none
 */
public record DetailsHandover(
        @NotNull Instant receivedAt,
        @Size(max = 500) String name,
        @Size(max = 100) String age,
        @Size(max = 500) String council,
        @Size(max = 2_000) String livesIn,
        @Size(max = 2_000) String helpedBy,
        @Size(max = 500) String language,
        @Size(max = 2_000) String needs,
        Urgency urgency,
        List<@Valid @NotNull UrgencyReason> urgencyReasons) {

    public DetailsHandover {
        // A contact-service of the release before says neither.
        urgency = urgency == null ? Urgency.STANDARD : urgency;
        urgencyReasons = urgencyReasons == null ? List.of() : urgencyReasons;
    }

    /** With nothing that raises. */
    public DetailsHandover(
            Instant receivedAt,
            String name,
            String age,
            String council,
            String livesIn,
            String helpedBy,
            String language,
            String needs) {
        this(receivedAt, name, age, council, livesIn, helpedBy, language, needs, null, null);
    }
}
