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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;
import uk.helpathand.api.Urgency;

/** The triage queue. For advisers and leads. The root is that of the hand-over, which has methods at the same addresses. */
@Tag(name = "Enquiries", description = "The triage queue")
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface EnquiryApi {

    @GET
    @Path("/enquiries")
    @Operation(
            summary = "The queue, most urgent first, then oldest first",
            description =
                    "Without status: everything that waits for a decision (new, acknowledged, returned); the tray is status unconfirmed.")
    Page<EnquirySummary> list(
            @QueryParam("status") EnquiryStatus status,
            @QueryParam("urgency") Urgency urgency,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/enquiries/{id}")
    @Operation(summary = "One enquiry, with an ETag")
    EnquiryView get(@PathParam("id") UUID id);

    @POST
    @Path("/enquiries/{id}/acknowledgement")
    @Operation(
            summary = "Take the enquiry: the first wins, a second changes nothing",
            description = "Stops the alerts and tells the child that a person has read it.")
    EnquiryView.Acknowledgement acknowledge(@PathParam("id") UUID id);

    @POST
    @Path("/enquiries/{id}/triage")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decide; the child is told on their thread",
            description =
                    "Needs Idempotency-Key. If-Match is honoured when given: 412 when a message came since you read it. 409 enquiry-already-triaged: the enquiry shows that decision; 422 tell-child-missing where the outcome has to be told, 422 wrong-children for children that are not the enquiry's or of which the case does not say one, 422 wrong-case for one that cannot be joined: closed, of another child or not for you.")
    TriageView triage(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            @Parameter(
                            required = false,
                            description = "The ETag of the enquiry, to be told when a message came meanwhile")
                    @HeaderParam("If-Match")
                    String ifMatch,
            @NotNull @Valid Triage triage);
}
