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

/** What of a child may be shared with whom, and whether the child could decide that. For advisers and leads. */
@Tag(
        name = "Consents",
        description = "What of a child may be shared with whom, and whether the child could decide that")
@Path("/v1/children")
@Produces(MediaType.APPLICATION_JSON)
public interface ConsentApi {

    @GET
    @Path("/{id}/consents")
    @Operation(summary = "Consents of the child, current and past, newest first")
    Page<ConsentView> consents(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @POST
    @Path("/{id}/consents")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record a consent. Needs Idempotency-Key",
            description =
                    "422 competence-not-shown when a child under 16, or of unknown age, gives it without a judgement about this decision.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ConsentView.class)))
    ConsentView consent(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @NotNull @Valid NewConsent consent);

    @POST
    @Path("/{id}/consents/{consentId}/withdrawal")
    @Operation(
            summary = "Take a consent back: from this moment on nothing is shared by it",
            description =
                    "Asks nothing, so that nothing holds it up. The first call wins, and a second is answered alike.")
    ConsentView withdraw(@PathParam("id") UUID id, @PathParam("consentId") UUID consentId);

    @GET
    @Path("/{id}/competence-judgements")
    @Operation(summary = "Judgements on what the child could decide, newest first")
    Page<CompetenceJudgementView> judgements(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @POST
    @Path("/{id}/competence-judgements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Record whether the child could decide one thing. Needs Idempotency-Key",
            description =
                    "About one decision, and never about the child as such. A consent names the judgement it rests on.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = CompetenceJudgementView.class)))
    CompetenceJudgementView judge(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @NotNull @Valid NewCompetenceJudgement judgement);
}
