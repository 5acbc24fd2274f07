package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who answers for a case. For advisers and leads. */
@Tag(name = "Case owners", description = "Who answers for a case")
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
public interface CaseOwnerApi {

    @PUT
    @Path("/{id}/owner")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Give an open case to an adviser or a lead. Needs If-Match",
            description =
                    "The case's conversations are theirs to answer from now on. 409 case-closed. 422 wrong-owner for anybody else: GET /v1/staff says who may.")
    CaseView setOwner(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewOwner next);
}
