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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;
import uk.helpathand.api.problem.Problem;

/** Records that must be kept. For leads. */
@Tag(name = "Legal holds", description = "Records that must be kept")
@Path("/v1/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
public interface LegalHoldApi {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep a record until the hold is lifted, whatever the schedule says and whoever asks",
            description = "422 wrong-case for an enquiry that belongs to a case: it is kept with its child.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such record, or none for you",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "#/components/schemas/Problem")))
    @APIResponse(
            responseCode = "201",
            description = "It holds; Location names it",
            content = @Content(schema = @Schema(implementation = LegalHoldView.class)))
    LegalHoldView place(@HeaderParam("Idempotency-Key") String idempotencyKey, @NotNull @Valid NewLegalHold asked);

    @GET
    @Operation(summary = "Those that hold, oldest first; or all")
    Page<LegalHoldView> list(
            @Parameter(description = "With true, those that were lifted as well")
                    @QueryParam("lifted")
                    @DefaultValue("false")
                    boolean lifted,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/{id}")
    @Operation(summary = "One")
    LegalHoldView get(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "End a hold; the first time stands")
    LegalHoldView lift(@PathParam("id") UUID id, @NotNull @Valid LiftLegalHold lift);
}
