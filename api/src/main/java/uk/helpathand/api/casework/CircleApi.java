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

/** Who may know of a restricted case. For leads. */
@Tag(name = "Circle", description = "Who may know of a restricted case")
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
public interface CircleApi {

    @GET
    @Path("/{id}/circle")
    @Operation(summary = "Who may know of the case while it is restricted")
    CircleView circle(@PathParam("id") UUID id);

    @PATCH
    @Path("/{id}/circle")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take a colleague into the circle or out of it, from the next call on",
            description =
                    "No effect where it is so already. 422 wrong-colleague for somebody whom the staff directory does not have.")
    CircleView set(@PathParam("id") UUID id, @NotNull @Valid SetMembership membership);
}
