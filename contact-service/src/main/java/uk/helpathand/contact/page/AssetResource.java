package uk.helpathand.contact.page;

import io.quarkus.vertx.http.Compressed;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import uk.helpathand.api.problem.ProblemType;

/** Style, script and icon. Under neutral names: they stay in the browser's cache. */
@Path("/a/{version}/{name}")
@PermitAll
public class AssetResource {

    @Inject
    Assets assets;

    /** While two releases run side by side, one may be asked for the other's version: it answers, uncached. */
    @GET
    @Compressed
    public Response file(String version, String name) {
        var file = assets.file(name);
        if (file == null) {
            throw ProblemType.NOT_FOUND.exception();
        }
        String keep = version.equals(assets.version()) ? "public, max-age=31536000, immutable" : "no-store";
        return Response.ok(file.content(), file.type())
                .header(HttpHeaders.CACHE_CONTROL, keep)
                .build();
    }
}
