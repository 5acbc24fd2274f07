package uk.helpathand.api.casework;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.helpathand.api.AuditVerificationView;
import uk.helpathand.api.Page;

/** Who looked at what, and whether that record is whole. For auditors. */
@Tag(name = "Audit", description = "Who looked at what, and whether that record is whole")
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public interface AuditApi {

    @GET
    @Operation(
            summary = "What was done and refused, newest first",
            description =
                    "All filters given must hold. With several of them a page may be short, or empty, and still have a next one.")
    Page<AuditView> list(
            @Parameter(description = "Subject of a token, or system") @QueryParam("actor") @Size(min = 1, max = 100)
                    String actor,
            @Parameter(description = "A frozen name, as case.read") @QueryParam("action") @Size(min = 1, max = 200)
                    String action,
            @Parameter(description = "Of anything that was shown or changed") @QueryParam("subjectId") UUID subjectId,
            @QueryParam("outcome") AuditOutcome outcome,
            @Parameter(description = "First day, Europe/London") @QueryParam("from") LocalDate from,
            @Parameter(description = "Last day, Europe/London, which counts") @QueryParam("to") LocalDate to,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit);

    @GET
    @Path("/verification")
    @Operation(
            summary = "Compute the whole chain again, from the rows and the anchors",
            description = "Reads the whole audit and may take minutes.")
    AuditVerificationView verify();
}
