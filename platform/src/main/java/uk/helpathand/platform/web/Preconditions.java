package uk.helpathand.platform.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import uk.helpathand.api.problem.ProblemType;

/** ETag and If-Match (RFC 9110 §13, RFC 6585): strong tags of an entity's version. */
@ApplicationScoped
public class Preconditions {

    @Inject
    CurrentVertxRequest request;

    /** Puts the version on the response. */
    public void etag(long version) {
        request.getCurrent().response().putHeader("ETag", tag(version));
    }

    /** Missing is 428; another version, a weak tag included, is 412. */
    public void require(String ifMatch, long version) {
        require(ifMatch, version, List.of());
    }

    /**
     * As above, and the 412 says what differs.
     *
     * @param differences names, never values, of the fields that are now other than what the caller sends
     */
    public void require(String ifMatch, long version, List<String> differences) {
        if (ifMatch == null) {
            throw ProblemType.IF_MATCH_MISSING.exception();
        }
        compare(ifMatch, version, differences);
    }

    /** For what may be done without, but not against, a tag. */
    public void honour(String ifMatch, long version) {
        if (ifMatch != null) {
            compare(ifMatch, version, List.of());
        }
    }

    private static void compare(String ifMatch, long version, List<String> differences) {
        if (!ifMatch.strip().equals(tag(version))) {
            String current = "The current ETag is " + tag(version);
            throw ProblemType.STALE.exception(
                    differences.isEmpty() ? current : current + "; now different: " + String.join(", ", differences));
        }
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
