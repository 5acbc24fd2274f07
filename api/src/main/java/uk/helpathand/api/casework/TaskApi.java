package uk.helpathand.api.casework;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** What a person must see to because a machine could not. For advisers and leads. */
@Tag(name = "Tasks", description = "What a person must see to because a machine could not")
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
public interface TaskApi {

    @GET
    @Operation(summary = "Open tasks, oldest first")
    Page<TaskView> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @POST
    @Path("/{id}/completion")
    @Operation(
            summary = "Say that it is seen to; the first call wins",
            description = "If-Match is honoured when given: 412 when it happened again since you read it.")
    TaskView complete(
            @PathParam("id") UUID id,
            @Parameter(
                            required = false,
                            description =
                                    "The version of the task in quotation marks, to be told when it happened again meanwhile")
                    @HeaderParam("If-Match")
                    String ifMatch);
}
