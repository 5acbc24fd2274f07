package uk.helpathand.api.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.SafeContact;

/**
 * contact-service hands over to case-service. Every PUT may come any number of times: 204 each time, one effect. 409
 * when the same id comes with other immutable fields.
 */
@Tag(name = "Hand-over", description = "For the other service only")
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
public interface EnquiryHandoverApi {

    @PUT
    @Path("/enquiries/{id}")
    @Operation(
            summary = "Hand over an enquiry with its conversation and first message",
            description = "409 handover-conflict when the id came before with other content.")
    void putEnquiry(@PathParam("id") UUID id, @NotNull @Valid EnquiryHandover enquiry);

    @PUT
    @Path("/enquiries/{id}/details/{detailsId}")
    @Operation(
            summary = "Hand over what the child added after sending",
            description = "409 handover-conflict when the id came before with other content.")
    void putDetails(
            @PathParam("id") UUID id, @PathParam("detailsId") UUID detailsId, @NotNull @Valid DetailsHandover details);

    @PUT
    @Path("/enquiries/{id}/confirmation")
    @Operation(summary = "Say that an enquiry of the tray is a person's; any other changes nothing")
    void putConfirmation(@PathParam("id") UUID id, @NotNull @Valid ConfirmationHandover confirmation);

    @PUT
    @Path("/conversations/{id}/messages/{messageId}")
    @Operation(
            summary = "Hand over a later message",
            description = "409 handover-conflict when the id came before with other content.")
    void putMessage(
            @PathParam("id") UUID id, @PathParam("messageId") UUID messageId, @NotNull @Valid MessageHandover message);

    @PUT
    @Path("/conversations/{id}/messages/{messageId}/delivery")
    @Operation(summary = "Say how far a reply got")
    void putDelivery(
            @PathParam("id") UUID id,
            @PathParam("messageId") UUID messageId,
            @NotNull @Valid DeliveryHandover delivery);

    @PUT
    @Path("/conversations/{id}/contact-state")
    @Operation(summary = "Hand over how the team may answer; an older version changes nothing")
    void putContactState(
            @PathParam("id") UUID id,
            @Parameter(description = "The newest change by staff that this state knows; without it, none")
                    @QueryParam("staffVersion")
                    @DefaultValue("0")
                    long staffVersion,
            @Parameter(
                            description =
                                    "The newest redaction of the words that this state knows: of an older one the note and the cover words change nothing. Without it, none")
                    @QueryParam("wordsVersion")
                    @DefaultValue("0")
                    long wordsVersion,
            @NotNull @Valid SafeContact safeContact);

    @PUT
    @Path("/conversations/{id}/first-return")
    @Operation(summary = "Say when the return code first opened the thread; the first call wins")
    void putFirstReturn(@PathParam("id") UUID id, @NotNull @Valid FirstReturnHandover firstReturn);
}
