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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;

/** Words that are also about a child who was erased: one person proposes what is left of them, another agrees. */
@Tag(name = "Redactions", description = "Words that are also about a child who was erased")
@Path("/v1/redactions")
@Produces(MediaType.APPLICATION_JSON)
public interface RedactionApi {

    @GET
    @Operation(summary = "Those that wait for somebody, the longest waiting first")
    Page<RedactionSummary> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/{id}")
    @Operation(summary = "One, with its texts and an ETag")
    RedactionView get(@PathParam("id") UUID id);

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Propose what is left of the words. Needs If-Match",
            description =
                    "422 wrong-texts for a name that is not one of its texts, or for more than such a text may have (next step 500 characters, cover words 160). An empty text beside the messages goes. What is written anew after the proposal stays as it is. 409 erasure-decided once it is done.")
    RedactionView propose(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RedactedTexts left);

    @POST
    @Path("/{id}/approval")
    @Operation(
            summary = "Agree, so that it stands. Needs If-Match; not for whoever proposed it",
            description =
                    "422 same-person, 422 wrong-texts while nobody has proposed anything, 409 legal-hold, 409 erasure-decided once it is done. Cannot be taken back: what was written before is gone.")
    RedactionView approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch);
}
