package uk.helpathand.api.handover;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who of the team looked at what a requester told us, for the requester's own page in contact-service. */
@Tag(name = "Hand-over", description = "Between the two services only")
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface LooksApi {

    @GET
    @Path("/conversations/{id}/looks")
    @Operation(
            summary = "Who looked at this conversation, its enquiry and, for a child, their case and record",
            description =
                    "Newest day first, by role and day and never by person. Nothing from before the conversation's first"
                            + " message. An adult, and whoever wrote about several children, gets the looks at the conversation and"
                            + " the enquiry alone. A conversation that is not known has none.")
    LooksView list(@PathParam("id") UUID id);
}
