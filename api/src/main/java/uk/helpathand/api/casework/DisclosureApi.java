package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;

/** What of a case was shared with whom, and on what basis. For advisers and leads. */
@Tag(name = "Disclosures", description = "What of a case was shared with whom, and on what basis")
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
public interface DisclosureApi {

    @GET
    @Path("/{id}/disclosures")
    @Operation(summary = "What of the case was shared, newest first")
    Page<DisclosureView> disclosures(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @POST
    @Path("/{id}/disclosures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Check and record that something is shared, then share it. Needs Idempotency-Key",
            description =
                    "With the basis consent it is checked at this moment: 409 consent-withdrawn, 409 consent-past, 422 consent-does-not-cover, and nothing is recorded. Without consent it needs a reason, and is never refused: a child at risk does not wait.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DisclosureView.class)))
    DisclosureView disclose(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @NotNull @Valid NewDisclosure disclosure);
}
