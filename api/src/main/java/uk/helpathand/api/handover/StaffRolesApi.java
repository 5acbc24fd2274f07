package uk.helpathand.api.handover;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which roles of a person count now, for contact-service, which does not know who works here. */
@Tag(name = "Hand-over", description = "Between the two services only")
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface StaffRolesApi {

    @GET
    @Path("/staff-roles/{subject}")
    @Operation(
            summary = "The roles of a person that count now, whatever their token says",
            description =
                    "None for somebody who is no staff, or may not sign in. 503 while nobody can tell, because the staff directory is silent.")
    StaffRoles get(@PathParam("subject") @Size(max = 100) String subject);
}
