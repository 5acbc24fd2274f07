package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who must see nothing of a child. For leads. */
@Tag(name = "Conflicts of interest", description = "Who must see nothing of a child")
@Path("/v1/children")
@Produces(MediaType.APPLICATION_JSON)
public interface ConflictApi {

    @GET
    @Path("/{id}/conflicts")
    @Operation(summary = "Colleagues who must see nothing of the child")
    ConflictsView conflicts(@PathParam("id") UUID id);

    @PATCH
    @Path("/{id}/conflicts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep a colleague out, whatever their role, from the next call on, or no longer",
            description =
                    "No effect where it is so already. 409 owner-in-conflict while they answer for an open case of the child, 409 last-lead for the last lead who could lift it, 422 wrong-colleague for somebody whom the staff directory does not have.")
    ConflictsView set(@PathParam("id") UUID id, @NotNull @Valid SetConflict conflict);
}
