package uk.helpathand.api.casework;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who works here. For advisers, leads and administrators. */
@Tag(name = "Staff", description = "Who works here, as the staff directory has it")
@Path("/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
public interface StaffApi {

    @GET
    @Operation(
            summary = "Everybody who has a staff role, also those who are disabled, by name",
            description = "A few seconds old at most while the directory answers. Whoever was deleted is not here.")
    StaffView list();
}
