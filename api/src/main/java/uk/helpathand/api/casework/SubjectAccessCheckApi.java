package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A central office asks each service of an organisation what it holds on somebody. For its own client only. */
@Tag(name = "Subject access")
@Path("/v1/subject-access-checks")
@Produces(MediaType.APPLICATION_JSON)
public interface SubjectAccessCheckApi {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The child's copy of what is held, as far as a lead has released it",
            description =
                    "409 subject-access-needs-person where a person has to answer: more than one child may be meant, or nobody has released a copy yet, or not as it stands now. It does not say which.")
    @APIResponse(
            responseCode = "200",
            description = "Exactly one child is meant, and this was released",
            content = @Content(schema = @Schema(implementation = SubjectAccessPackage.class)))
    @APIResponse(responseCode = "204", description = "Nothing is held")
    @APIResponse(
            responseCode = "209",
            description = "This service does not look people up by what was given: name and date of birth are needed")
    Response check(@NotNull @Valid SubjectAccessCheck asked);
}
