package uk.helpathand.api.casework;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.Page;

/** Alerts of immediate enquiries that nobody has acknowledged. For advisers and leads. */
@Tag(name = "Alerts", description = "Immediate enquiries that nobody has acknowledged")
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
public interface AlertApi {

    @GET
    @Operation(summary = "Open alerts, the first due first; an acknowledgement takes them away")
    Page<AlertView> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);
}
