package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Something of a case that is about to be shared with a body, or, where nothing could wait, was.
 *
 * @param bodyName of the body in words; with a consent the name that stands there, whatever its case and spaces
 * @param what is shared; one code twice is one
 * @param by how
 * @param consentId with the basis {@code consent}, and only there
 * @param reason with the basis {@code without-consent}, and only there: why, in at least ten characters. Nobody has to be certain
 * @param whyNotTold with {@code not-yet-because}, and only there
 */
public record NewDisclosure(
        @NotNull BodyKind bodyKind,
        @NotBlank @Size(max = 200) String bodyName,
        @NotEmpty @Size(max = 10) List<@NotNull SharedPart> what,
        @NotNull DisclosureWay by,
        @NotNull SharingBasis basis,
        UUID consentId,
        @Size(max = 4_000) String reason,
        @NotNull ChildTold childTold,
        @Size(max = 4_000) String whyNotTold) {}
