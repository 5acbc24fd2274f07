package uk.helpathand.api.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.SafeContact;

/**
 * case-service hands over to contact-service. Every PUT may come any number of times: 204 each time, one effect. 404
 * for a conversation that contact-service does not know, 409 when a message id comes with another text.
 */
@Tag(name = "Hand-over", description = "For the other service only")
@Path("/v1/conversations/{id}")
@Consumes(MediaType.APPLICATION_JSON)
public interface ReplyHandoverApi {

    @PUT
    @Path("/messages/{messageId}")
    @Operation(
            summary = "Put a reply on the thread",
            description = "409 handover-conflict when the id came before with other content.")
    void putReply(
            @PathParam("id") UUID id, @PathParam("messageId") UUID messageId, @NotNull @Valid ReplyHandover reply);

    @PUT
    @Path("/progress")
    @Operation(summary = "Say what happens next; an older version changes nothing")
    void putProgress(@PathParam("id") UUID id, @NotNull @Valid ProgressHandover progress);

    @PUT
    @Path("/safe-contact")
    @Operation(summary = "What the child told an adviser about safe contact; an older version changes nothing")
    void putSafeContact(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "When the team was told; what the child or adult set after it stays. Without it, now")
                    @QueryParam("toldAt")
                    Instant toldAt,
            @Parameter(
                            description =
                                    "The newest redaction of the words that this knows: of an older one the note and the cover words change nothing. Without it, none")
                    @QueryParam("wordsVersion")
                    @DefaultValue("0")
                    long wordsVersion,
            @NotNull @Valid SafeContact safeContact);

    @PUT
    @Path("/redacted-words")
    @Operation(
            summary =
                    "What is left of the note about safe contact and the cover words; an older version changes nothing",
            description = "What is not held here any more stays away.")
    void putRedactedWords(@PathParam("id") UUID id, @NotNull @Valid RedactedWordsHandover left);

    @PUT
    @Path("/code-revocations/{revocationId}")
    @Operation(
            summary = "Revoke the return code",
            description = "409 handover-conflict when the id came before with other content.")
    void putCodeRevocation(
            @PathParam("id") UUID id,
            @PathParam("revocationId") UUID revocationId,
            @NotNull @Valid CodeRevocationHandover revocation);

    @PUT
    @Path("/erasure")
    @Operation(
            summary = "Erase the conversation, or its words",
            description =
                    "204 also for a conversation that is not there. 409 written-again when a message came that the decision did not know, 503 while something of it is not handed over yet.")
    void putErasure(@PathParam("id") UUID id, @NotNull @Valid ErasureHandover erasure);

    @PUT
    @Path("/return-codes/{reissueId}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a new return code; the old one and all reading with it end",
            description =
                    "The same id gives the same code for 15 minutes, then 409 return-code-gone; so it does once a later change of the code was asked for. 409 handover-conflict when the id came before with other content.")
    CodeReissueHandover.Code putReturnCode(
            @PathParam("id") UUID id,
            @PathParam("reissueId") UUID reissueId,
            @NotNull @Valid CodeReissueHandover reissue);

    @GET
    @Path("/held")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What is held of a conversation, for a copy that somebody asked for",
            description = "No return code and no hash of one. An unknown conversation is one of which nothing is held.")
    @APIResponse(
            responseCode = "200",
            description = "This is held",
            content = @Content(schema = @Schema(implementation = ConversationHeld.class)))
    @APIResponse(responseCode = "204", description = "Nothing is held any more")
    ConversationHeld held(@PathParam("id") UUID id);
}
