package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One colleague of the circle of a case. For leads. */
@Tag(name = "Circle", description = "Who may know of a restricted case")
@Path("/v1/cases/{id}/circle/{staffId}")
@Produces(MediaType.APPLICATION_JSON)
public interface CircleMemberApi {

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take a colleague into the circle or out of it, from the next call on",
            description = "No effect where it is so already.")
    CircleView set(
            @PathParam("id") UUID id,
            @PathParam("staffId") @Size(max = 64) String staffId,
            @NotNull @Valid SetMembership membership);
}
