package uk.helpathand.platform.application;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A page that people open, not in the contract. */
@Path("/page")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class PageResource {

    @GET
    @Operation(hidden = true)
    public String show() {
        return "<p>Hello</p>";
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public String send(@FormParam("words") String words) {
        return "<p>We have " + (words == null ? 0 : words.length()) + " letters</p>";
    }
}
