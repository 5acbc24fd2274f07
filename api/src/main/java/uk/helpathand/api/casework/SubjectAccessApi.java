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
import uk.helpathand.api.problem.Problem;

/** Requests for a copy of everything that is held on a child. For leads. */
@Tag(name = "Subject access", description = "A copy of everything that is held on a child")
@Path("/v1/subject-access-requests")
@Produces(MediaType.APPLICATION_JSON)
public interface SubjectAccessApi {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write down that a copy was asked for; the clock began when it reached us",
            description = "No form of words is needed for it, and no form of ours.")
    @APIResponse(
            responseCode = "201",
            description = "Written down; Location names it",
            content = @Content(schema = @Schema(implementation = SubjectAccessView.class)))
    @APIResponse(
            responseCode = "404",
            description = "`not-found`: There is nothing here for you",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "#/components/schemas/Problem")))
    SubjectAccessView add(
            @HeaderParam("Idempotency-Key") String idempotencyKey, @NotNull @Valid NewSubjectAccess asked);

    @GET
    @Operation(summary = "Those that are open, or all, by when they are due")
    Page<SubjectAccessView> list(
            @Parameter(description = "With false, those that were answered as well")
                    @QueryParam("open")
                    @DefaultValue("true")
                    boolean open,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/{id}")
    @Operation(summary = "One, with an ETag")
    SubjectAccessView get(@PathParam("id") UUID id);

    @PUT
    @Path("/{id}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take two months more, once. Needs If-Match",
            description =
                    "409 subject-access-closed when it was answered, 409 extension-refused after the day on which it is first due, and the second time.")
    SubjectAccessView extend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid ExtendSubjectAccess extension);

    @POST
    @Path("/{id}/completion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say what was given. Needs If-Match",
            description = "409 subject-access-closed when it was answered already.")
    SubjectAccessView complete(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid CompleteSubjectAccess completion);

    @GET
    @Path("/{id}/package")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            summary = "Everything that both services hold on the child, built now",
            description =
                    "As JSON, or as a page that can be printed (Accept: text/html), with the same content. 503 while contact-service does not answer: never a part that looks whole.")
    SubjectAccessPackage build(
            @PathParam("id") UUID id, @QueryParam("copy") @DefaultValue("review") SubjectAccessCopy copy);

    @PUT
    @Path("/{id}/redactions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decide what of other people is left out of the child's copy. Needs If-Match, of the request",
            description = "409 subject-access-closed, 422 wrong-entries for one that its package does not have.")
    SubjectAccessDecisions redact(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid DecideRedactions decided);

    @PUT
    @Path("/{id}/exemptions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Leave out what would be likely to do serious harm, or take that back. Needs If-Match, of the request",
            description = "409 subject-access-closed, 422 wrong-entries for one that its package does not have.")
    SubjectAccessDecisions exempt(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid SetExemption exemption);
}
