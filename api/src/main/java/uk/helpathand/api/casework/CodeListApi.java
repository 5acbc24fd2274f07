package uk.helpathand.api.casework;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Code lists for front ends. For every role of staff: they hold no person. */
@Tag(name = "Code lists", description = "Data with the days on which a code may be chosen")
@Path("/v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
public interface CodeListApi {

    @GET
    @Path("/{list}")
    @Operation(summary = "One list, with an ETag; changes with a release only")
    CodeListView get(
            @Parameter(
                            description =
                                    "One of closure_reason, consent, council, legal_status, liberty_authority, liberty_restriction, liberty_route, referrer_type, revocation_reason, setting, theme, wish_not_known, wish_obtained, yes_no_unknown; another is 404")
                    @PathParam("list")
                    String list);
}
