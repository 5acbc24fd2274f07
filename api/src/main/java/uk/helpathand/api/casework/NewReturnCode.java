package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What was asked on the phone, and what came of it.
 *
 * @param checks each question once; one that the record cannot answer does not count
 * @param note for colleagues; may be absent
 */
public record NewReturnCode(
        @NotNull @Size(min = 3, max = 20) List<@Valid @NotNull Check> checks,
        @Size(max = 2_000) String note) {

    /**
     * One question that was asked.
     *
     * @param matched whether the answer was right
     */
    public record Check(
            @NotNull VerificationQuestion question, @NotNull Boolean matched) {}
}
