package uk.helpathand.contact.page;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.contact.guide.Guides;

/** What a child can ask for at the moments when much changes: one guide each, or all of them to print. No database. */
@Path("/guides")
@PermitAll
public class GuideResource {

    @Inject
    Guides guides;

    @Inject
    @OfCall
    Words words;

    @Inject
    Times times;

    @GET
    public Response guides() {
        return Html.ok(Pages.guides(guides.all(words.lang())));
    }

    @GET
    @Path("/{name}")
    public Response guide(String name) {
        var text = guides.find(name, words.lang()).orElseThrow(ProblemType.NOT_FOUND::exception);
        return Html.ok(Pages.guide(GuidePage.of(text, times)));
    }

    /** To be printed and handed over: some children have no phone when they need this most. */
    @GET
    @Path("/pack")
    public Response pack() {
        return Html.ok(Pages.pack(guides.all(words.lang()).stream()
                .map(text -> GuidePage.of(text, times))
                .toList()));
    }
}
