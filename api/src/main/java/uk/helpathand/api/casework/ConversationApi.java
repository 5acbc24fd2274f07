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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;

/** The threads as staff see them. For advisers and leads. The root is that of the hand-over, which has methods at the same addresses. */
@Tag(name = "Conversations", description = "The threads as staff see them")
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface ConversationApi {

    @GET
    @Path("/conversations")
    @Operation(summary = "Conversations with an unanswered message, longest waiting first")
    Page<ConversationSummary> waiting(
            @Parameter(description = "Only those that such a one must answer") @QueryParam("ownerKind")
                    OwnerKind ownerKind,
            @Parameter(description = "Only those that this adviser must answer, by their subject")
                    @QueryParam("ownerId")
                    String ownerId,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/conversations/{id}/messages")
    @Operation(
            summary = "The thread, oldest first",
            description =
                    "Where messages are very long a page has fewer of them than was asked for: whether there are more is told by next.")
    Page<MessageView> messages(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(200) int limit);

    @POST
    @Path("/conversations/{id}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Reply, before triage or after. Needs Idempotency-Key",
            description =
                    "Where a text is all that reaches them and a rule of safe contact forbids it, 422 text-refused with the rule's id as the detail, and nothing is stored. Elsewhere the reply stands on the thread, and the rules decide on the text about it alone. Only a lead may set a rule aside (403), and not every rule (422 text-refused). 422 wrong-audience where the audience is not the conversation's own.")
    @APIResponse(
            responseCode = "201",
            description = "Stored and on its way",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    MessageView reply(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @NotNull @Valid NewReply reply);

    @GET
    @Path("/conversations/{id}/contact-state")
    @Operation(summary = "What may be sent, and how; read it before typing. With an ETag")
    ContactStateView contactState(@PathParam("id") UUID id);

    @POST
    @Path("/conversations/{id}/message-previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What would happen to this reply; nothing is stored",
            description =
                    "By the rules that are asked once more before a text is sent. With an override as for a reply, 403 and 422 text-refused as there.")
    MessagePreview preview(@PathParam("id") UUID id, @NotNull @Valid NewReply reply);

    @GET
    @Path("/conversations/{id}/progress")
    @Operation(summary = "What happens next, as the child reads it, with an ETag")
    ProgressView progress(@PathParam("id") UUID id);

    @PUT
    @Path("/conversations/{id}/progress")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set what happens next. Needs If-Match")
    ProgressView setProgress(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid SetProgress progress);
}
