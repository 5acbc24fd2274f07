package uk.helpathand.api.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a child or adult did about their return code, handed over from contact-service. Each call any number of times. */
@Tag(name = "Hand-over", description = "Between the two services only")
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
public interface WayBackHandoverApi {

    @PUT
    @Path("/conversations/{id}/code-revocations/{revocationId}")
    @Operation(
            summary = "Say that the child or adult revoked their own return code",
            description = "409 handover-conflict when the id came before with other content.")
    void putOwnRevocation(
            @PathParam("id") UUID id,
            @PathParam("revocationId") UUID revocationId,
            @NotNull @Valid CodeRevocationHandover revocation);
}
