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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;

/**
 * A way into a restricted case when a child cannot wait for its circle. What is for leads alone says so to the contract by itself:
 * the roles there are those of the whole resource otherwise.
 */
@Tag(name = "Break-glass", description = "A way into a restricted case when a child cannot wait for its circle")
@Path("/v1/break-glass")
@Produces(MediaType.APPLICATION_JSON)
public interface BreakGlassApi {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take access, with a reason, for an hour",
            description =
                    "The answer is the same whether there is such a case or not. The leads are told at once, and must"
                            + " review it. Needs a fresh sign-in: 401 with insufficient_user_authentication otherwise (RFC 9470).")
    @APIResponse(
            responseCode = "201",
            description = "Taken; Location names it",
            content = @Content(schema = @Schema(implementation = BreakGlassReceipt.class)))
    BreakGlassReceipt take(@HeaderParam("Idempotency-Key") String idempotencyKey, @NotNull @Valid NewBreakGlass asked);

    @GET
    @Operation(summary = "All, oldest first, or those that wait for a review. For leads")
    @SecurityRequirement(name = "token", scopes = Role.LEAD)
    Page<BreakGlassView> list(
            @Parameter(description = "With true, only those that nobody has judged yet")
                    @QueryParam("reviewDue")
                    @DefaultValue("false")
                    boolean reviewDue,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/{id}")
    @Operation(summary = "One, for whoever took it and for leads")
    BreakGlassView get(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say what was found; the first review stands. For leads, not for whoever took it",
            description = "A second changes nothing and is answered with the first.")
    @SecurityRequirement(name = "token", scopes = Role.LEAD)
    BreakGlassView review(@PathParam("id") UUID id, @NotNull @Valid BreakGlassReview review);
}
