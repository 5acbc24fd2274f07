package uk.helpathand.api.casework;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;

/** Who looked at or changed anything about a child. For leads and auditors. */
@Tag(name = "Audit")
@Path("/v1/children")
@Produces(MediaType.APPLICATION_JSON)
public interface AccessApi {

    @GET
    @Path("/{id}/access")
    @Operation(
            summary = "Who looked at or changed anything about this child, newest first",
            description = "The child, its cases, its enquiries and their conversations, lists that showed them as well."
                    + " What was refused showed nothing and is left out.")
    Page<AccessView> list(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);
}
