package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;

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

    @POST
    @Path("/searches")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Children whose names look or sound like this one, best first",
            description =
                    "Other spellings, orders, hyphens and accents find each other. Of very many the best hundred are shown, and of those who share no more than a common name the latest.")
    Page<FoundChild> search(@NotNull @Valid SearchChildren search);
}
