package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;

/** Cases. For advisers and leads. */
@Tag(name = "Cases", description = "The team's work for exactly one child")
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
public interface CaseApi {

    @GET
    @Operation(summary = "Cases, newest first")
    Page<CaseSummary> list(
            @QueryParam("status") CaseStatus status,
            @Parameter(description = "The subject of whoever answers for them") @QueryParam("ownerId") String ownerId,
            @Parameter(description = "With true, only open cases whose owner has left or has lost the role")
                    @QueryParam("withoutOwner")
                    @DefaultValue("false")
                    boolean withoutOwner,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/{id}")
    @Operation(summary = "One case, with an ETag")
    CaseView get(@PathParam("id") UUID id);

    @GET
    @Path("/{id}/messages")
    @Operation(
            summary = "All messages of the case's conversations, oldest first",
            description =
                    "By the time at which they were sent: one that came late stands where it belongs, before what was read already. The thread of each conversation has them in the order in which they came. Where messages are very long a page has fewer of them than was asked for: whether there are more is told by next.")
    Page<MessageView> messages(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(200) int limit);

    @GET
    @Path("/{id}/tasks")
    @Operation(summary = "All tasks of the case's conversations, open and done, oldest first")
    Page<TaskView> tasks(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change what may be changed. Needs If-Match", description = "409 case-closed.")
    CaseView patch(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CasePatch patch);

    @PUT
    @Path("/{id}/restriction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Restrict the case, or open it to the team again. Needs If-Match",
            description =
                    "Whoever sees it may restrict it, and is of its circle from then on. Only a lead opens it again.")
    CaseView restrict(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid RestrictCase restriction);

    @POST
    @Path("/{id}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Close the case; the child is told on their thread. Needs If-Match",
            description =
                    "409 case-closed when it was. A message that comes afterwards belongs to the lead, and so does one that came before and was not read (readTo): its child's page says then that it was not read yet.")
    CaseView close(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CloseCase close);
}
