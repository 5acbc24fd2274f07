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

/** One colleague who must see nothing of a child. For leads. */
@Tag(name = "Conflicts of interest", description = "Who must see nothing of a child")
@Path("/v1/children/{id}/conflicts/{staffId}")
@Produces(MediaType.APPLICATION_JSON)
public interface ConflictOfColleagueApi {

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep a colleague out, whatever their role, from the next call on, or no longer",
            description = "No effect where it is so already. Refused while they answer for an open case of the child.")
    ConflictsView set(
            @PathParam("id") UUID id,
            @PathParam("staffId") @Size(max = 64) String staffId,
            @NotNull @Valid SetConflict conflict);
}
