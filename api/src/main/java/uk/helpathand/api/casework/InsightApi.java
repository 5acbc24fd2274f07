package uk.helpathand.api.casework;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counts of many, never of a few. For analysts and leads. */
@Tag(name = "Insights", description = "Counts of many, never of a few")
@Path("/v1/insights")
@Produces(MediaType.APPLICATION_JSON)
public interface InsightApi {

    @GET
    @Path("/returns")
    @Operation(
            summary = "How many came back with their return code, and how soon",
            description = "At most 400 days. A figure that would tell of fewer than 10 is absent.")
    ReturnsView returns(
            @Parameter(description = "First day, Europe/London; without it, 90 days before the last")
                    @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "Last day, Europe/London, which counts; without it, yesterday") @QueryParam("to")
                    LocalDate to);
}
