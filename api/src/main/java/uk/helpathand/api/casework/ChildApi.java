package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Children. For advisers and leads. */
@Tag(name = "Children", description = "The person")
@Path("/v1/children")
@Produces(MediaType.APPLICATION_JSON)
public interface ChildApi {

    @GET
    @Path("/{id}")
    @Operation(summary = "One child, with an ETag")
    ChildView get(@PathParam("id") UUID id);

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change what may be changed. Needs If-Match")
    ChildView patch(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ChildPatch patch);
}
