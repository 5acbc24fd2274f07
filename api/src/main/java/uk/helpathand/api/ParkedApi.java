package uk.helpathand.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What could not be handed over. Both services have it. For leads. */
@Tag(name = "Outbox", description = "What could not be handed over")
@Path("/v1/outbox/parked")
@Produces(MediaType.APPLICATION_JSON)
public interface ParkedApi {

    @GET
    @Operation(summary = "Parked hand-overs, oldest first")
    Page<ParkedView> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @POST
    @Path("/{id}/retries")
    @Operation(summary = "Try a parked hand-over again; a second call while it waits changes nothing")
    void retry(@PathParam("id") UUID id);
}
