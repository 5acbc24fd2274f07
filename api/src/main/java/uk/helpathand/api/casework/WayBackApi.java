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
import jakarta.ws.rs.PUT;
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

/** Closing a thread to somebody else and opening it to its owner again. For advisers and leads. The root is that of the hand-over. */
@Tag(name = "Ways back", description = "Closing a thread to somebody else, and opening it to its owner again")
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface WayBackApi {

    @POST
    @Path("/conversations/{id}/code-revocations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Let the return code open nothing any more. Needs Idempotency-Key",
            description =
                    "Ends all reading with it, and a code that still waits to be shown is not shown. Sending anew stays possible.")
    @APIResponse(
            responseCode = "201",
            description = "Stored and on its way",
            content = @Content(schema = @Schema(implementation = RevocationView.class)))
    RevocationView revoke(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @NotNull @Valid NewRevocation revocation);

    @GET
    @Path("/conversations/{id}/code-revocations")
    @Operation(summary = "Revocations of this conversation's codes, oldest first")
    Page<RevocationView> revocations(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/conversations/{id}/verification")
    @Operation(summary = "What to ask before a new code is read out, with an ETag")
    VerificationView verification(@PathParam("id") UUID id);

    @POST
    @Path("/conversations/{id}/return-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Make a new return code for somebody who passed. Needs Idempotency-Key, and If-Match of the verification",
            description =
                    "422 verification-not-passed when too few answers were right: that is on record, and the next try needs a new key. 412 when a colleague has tried since you read the questions. 503 when the code could not be made now: call again with the same key. The same key gives the same code for 15 minutes, then 409 return-code-gone. The old code and all reading with it end.")
    @APIResponse(
            responseCode = "201",
            description = "The new code, to be read out and kept nowhere",
            content = @Content(schema = @Schema(implementation = ReturnCodeView.class)))
    ReturnCodeView reissue(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid NewReturnCode verified);

    @PUT
    @Path("/conversations/{id}/safe-contact")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Set how they may be answered, as they told an adviser. Needs If-Match of the contact state",
            description =
                    "Counts for the next reply at once. Closes the thread wherever it is open, and a code that still waits to be shown is not shown.")
    ContactStateView setSafeContact(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid SetSafeContact told);
}
