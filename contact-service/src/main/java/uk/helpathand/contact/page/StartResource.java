package uk.helpathand.contact.page;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The pages that only say something. They need no database. */
@Path("/")
@PermitAll
public class StartResource {

    @Inject
    Times times;

    @GET
    public Response start() {
        return Html.ok(Pages.start(times.hours()));
    }

    @GET
    @Path("/privacy")
    public Response privacy() {
        return Html.ok(Pages.privacy());
    }

    @GET
    @Path("/accessibility")
    public Response accessibility() {
        return Html.ok(Pages.accessibility());
    }
}
