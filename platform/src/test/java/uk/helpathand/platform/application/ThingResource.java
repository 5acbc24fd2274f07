package uk.helpathand.platform.application;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.Idempotency;
import uk.helpathand.platform.web.Preconditions;

/** One feature as features are written, so that what they stand on can be tried over HTTP. */
@Path("/v1/things")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class ThingResource {

    @Inject
    Audit audit;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Happenings happenings;

    @GET
    @Operation(summary = "Things")
    public Page<ThingView> list(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<ThingView> things =
                Thing.<Thing>listAll().stream().limit(limit).map(Thing::toView).toList();
        audit.done("thing.list", "thing", things.stream().map(ThingView::id).toList());
        return new Page<>(things, null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One thing, with an ETag")
    public ThingView get(@PathParam("id") UUID id) {
        Thing thing = Thing.get(id);
        preconditions.etag(thing.version);
        audit.done("thing.read", "thing", List.of(id));
        return thing.toView();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a thing. Needs Idempotency-Key")
    public ThingView make(@HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewThing body) {
        return idempotency.once("POST things", body, ThingView.class, () -> {
            ThingView view = Thing.make(body.name()).toView();
            happenings.inEffect();
            audit.done("thing.make", "thing", List.of(view.id()));
            return view;
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Name a thing. Needs If-Match")
    public ThingView rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewThing body) {
        Thing thing = Thing.get(id);
        preconditions.require(ifMatch, thing.version);
        thing.name = body.name();
        Thing.flush();
        preconditions.etag(thing.version);
        audit.done("thing.rename", "thing", List.of(id));
        return thing.toView();
    }
}
