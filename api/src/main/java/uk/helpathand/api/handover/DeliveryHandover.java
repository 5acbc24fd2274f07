package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import uk.helpathand.api.DeliveryState;

/** How far a reply got. Only forward: an older state changes nothing. */
public record DeliveryHandover(
        @NotNull DeliveryState state, @NotNull Instant at) {}
