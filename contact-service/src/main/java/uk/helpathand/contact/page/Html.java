package uk.helpathand.contact.page;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Objects;
import uk.helpathand.api.problem.ProblemException;
import uk.helpathand.api.problem.ProblemType;

/** Answers that are pages. The type is set here and not negotiated: no browser is too odd to be answered. */
final class Html {

    static final String TYPE = "text/html;charset=UTF-8";

    /** Of a form that came from another site's page (or another subdomain's). */
    static boolean isFromElsewhere(String secFetchSite) {
        return "cross-site".equals(secFetchSite) || "same-site".equals(secFetchSite);
    }

    private Html() {}

    /** @param cookies null ones are left out */
    static Response ok(TemplateInstance page, NewCookie... cookies) {
        return page(Response.Status.OK, page, cookies);
    }

    /** The page with what has to be put right; nothing that was typed is lost. */
    static Response notYet(TemplateInstance page, NewCookie... cookies) {
        return page(Response.Status.BAD_REQUEST, page, cookies);
    }

    /** We could not take it in; what was typed is on the page, to be sent again. The log gets classes, no messages. */
    static Response notTaken(RuntimeException failure, TemplateInstance page, NewCookie... cookies) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        Log.errorf(
                "a form could not be taken in: %s, at first %s",
                failure.getClass().getName(), root.getClass().getName());
        return page(Response.Status.SERVICE_UNAVAILABLE, page, cookies);
    }

    /** Whether what a form belonged to was erased meanwhile: sending it once more would not help. */
    static boolean isGone(RuntimeException failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.NOT_FOUND;
    }

    /** What was asked for cannot be had at the moment; the page says so, and nothing was typed. */
    static Response notNow(TemplateInstance page) {
        return page(Response.Status.SERVICE_UNAVAILABLE, page);
    }

    static Response seeOther(String address, NewCookie... cookies) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .cookie(present(cookies))
                .build();
    }

    private static Response page(Response.Status status, TemplateInstance page, NewCookie... cookies) {
        return Response.status(status)
                .type(TYPE)
                .entity(page.render())
                .cookie(present(cookies))
                .build();
    }

    private static NewCookie[] present(NewCookie... cookies) {
        return Arrays.stream(cookies).filter(Objects::nonNull).toArray(NewCookie[]::new);
    }
}
