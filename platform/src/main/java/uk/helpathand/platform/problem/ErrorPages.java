package uk.helpathand.platform.problem;

import io.vertx.ext.web.RoutingContext;

/**
 * A service with pages says here how an error looks on them. Addresses under {@code /v1} always answer problem+json.
 */
public interface ErrorPages {

    /** Whether people, not programs, open this path. */
    boolean isPage(String path);

    /**
     * A whole HTML page in words for the reader, or for a body that was too large, how to keep the text.
     *
     * @param call what failed; its language is the answer's
     */
    String render(int status, RoutingContext call);
}
