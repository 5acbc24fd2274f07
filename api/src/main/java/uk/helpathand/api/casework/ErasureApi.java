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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.problem.Problem;

/**
 * Records that go: proposed by one person or by the schedule, decided by another. What is for leads alone says so to the contract
 * by itself: the roles there are those of the whole resource otherwise.
 */
@Tag(name = "Erasures", description = "Records that go: two people decide")
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
public interface ErasureApi {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Propose that a child, or an enquiry that never became a case, is erased",
            description =
                    "409 legal-hold, 409 case-open while a case of the child is open or somebody waits for a decision, 409 erasure-decided when one is under way, 422 wrong-case for an enquiry that belongs to a case.")
    @APIResponse(
            responseCode = "404",
            description = "There is no such record, or none for you",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "#/components/schemas/Problem")))
    @APIResponse(
            responseCode = "201",
            description = "Proposed; Location names it",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    ErasureView propose(@HeaderParam("Idempotency-Key") String idempotencyKey, @NotNull @Valid NewErasure asked);

    @GET
    @Operation(summary = "All of a status, the longest due first. For leads")
    @SecurityRequirement(name = "token", scopes = Role.LEAD)
    Page<ErasureView> list(
            @QueryParam("status") @DefaultValue("proposed") ErasureStatus status,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One. For leads",
            description =
                    "422 wrong-case for an enquiry that belongs to a case by now: its keeping is all that is left.")
    @SecurityRequirement(name = "token", scopes = Role.LEAD)
    ErasureView get(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/proposal")
    @Operation(
            summary = "Propose what the schedule brought, or what was stopped, after a look",
            description =
                    "409 erasure-decided in any other status, 409 legal-hold, 409 case-open. 422 wrong-case for an enquiry that belongs to a case by now.")
    ErasureView review(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/approval")
    @Operation(
            summary = "Decide that it is carried out. For leads, not for whoever proposed it",
            description =
                    "422 same-person, 409 legal-hold, 409 case-open, 409 erasure-decided when it was. 422 wrong-case for an enquiry that belongs to a case by now. First contact-service erases, then case-service; a message that came meanwhile stops it, and nothing of it is lost. Cannot be taken back.")
    @SecurityRequirement(name = "token", scopes = Role.LEAD)
    ErasureView approve(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/keeping")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decide that the record is kept longer. For leads",
            description =
                    "400 validation-failed for a day that is no day to come, 409 erasure-decided when it was decided otherwise. Also for an enquiry that belongs to a case by now, which cannot be erased any more.")
    @SecurityRequirement(name = "token", scopes = Role.LEAD)
    ErasureView keep(@PathParam("id") UUID id, @NotNull @Valid KeepRecord keep);
}
