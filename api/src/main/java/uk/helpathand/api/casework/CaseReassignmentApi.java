package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All open cases of somebody to another. For leads. */
@Tag(name = "Case owners", description = "Who answers for a case")
@Path("/v1/case-reassignments")
@Produces(MediaType.APPLICATION_JSON)
public interface CaseReassignmentApi {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give somebody's open cases to another. Needs Idempotency-Key",
            description =
                    "Each case by itself, the longest open first, at most 200 in one call: while some are left, call again with a new key. A case of a child whom the next owner must see nothing of stays where it is. 422 wrong-owner where the next may own no case or is the same person, 422 wrong-colleague where the first was never known.")
    ReassignmentView reassign(
            @HeaderParam("Idempotency-Key") String idempotencyKey, @NotNull @Valid NewReassignment asked);
}
