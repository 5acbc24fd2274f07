package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * That the team has finished its work on a case.
 *
 * @param reason a code of the list {@code closure_reason}
 * @param tellChild what is said on each of the case's threads: of the child's alone, where an adult has one too
 * @param tellAdult what is said on the threads of adults, where the child has one too; 400 without it there, because what is
 *     meant for a child must not reach an adult, and 400 with it anywhere else
 * @param readTo how far each thread was read; what came after it goes on waiting for an answer. All of a thread that is not
 *     named is answered, unless the caller may not read it; 400 for a thread that is not one of the case's
 */
public record CloseCase(
        @NotBlank @Size(max = 40) String reason,
        @NotBlank @Size(max = 20_000) String tellChild,
        @NotEmptied @Size(max = 20_000) String tellAdult,
        @Size(max = 100) List<@NotNull @Valid ReadTo> readTo) {

    public CloseCase {
        readTo = readTo == null ? List.of() : readTo;
    }
}
