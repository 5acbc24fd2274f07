package uk.helpathand.api.casework;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Code lists for front ends. For every role of staff: they hold no person. */
@Tag(name = "Code lists", description = "Data with the days on which a code may be chosen")
@Path("/v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
public interface CodeListApi {

    @GET
    @Path("/{list}")
    @Operation(summary = "One list, with an ETag; changes with a release only")
    CodeListView get(@PathParam("list") String list);
}
