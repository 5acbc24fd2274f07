package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import uk.helpathand.api.DeliveryState;

/**
 * How far a reply got. Only forward: an older state changes nothing. {@code stored} and {@code seen} are of the thread, all
 * others of the text about it; each is kept beside the other.
 *
 * @param heldUntil when a held text may go; absent otherwise
 * @param rule of safe contact by which a text is held or refused; absent otherwise
 * @param failure why a text will not arrive: the provider's code, or of ours {@code no-such-address}, {@code number-gone},
 *     {@code no-provider}, {@code erased}; absent otherwise
 */
public record DeliveryHandover(
        @NotNull DeliveryState state,
        @NotNull Instant at,
        Instant heldUntil,
        @Size(max = 60) String rule,
        @Size(max = 60) String failure) {

    /** Of the thread. */
    public DeliveryHandover(DeliveryState state, Instant at) {
        this(state, at, null, null, null);
    }
}
