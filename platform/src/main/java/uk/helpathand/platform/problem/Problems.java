package uk.helpathand.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import uk.helpathand.api.problem.Problem;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.trace.Traces;

/** One place that turns a failure into what the caller may see. */
@ApplicationScoped
public class Problems {

    /** An error is about one call, also where answers to other calls may be kept. */
    static final String KEPT_NOWHERE = "no-store";

    @Inject
    ObjectMapper json;

    @Inject
    Instance<ErrorPages> pages;

    @Inject
    Traces traces;

    /** The nearest problem type for a status that came from the framework. */
    static ProblemType typeOf(int status) {
        return switch (status) {
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL;
        };
    }

    /**
     * A failure nobody foresaw: logged under an id that the caller gets and nothing else, that of its trace if there is one. The log has classes and places,
     * no messages: those of databases and parsers hold what people wrote.
     */
    Problem unforeseen(Throwable failure) {
        String traceId = traces.id().orElseGet(() -> UUID.randomUUID().toString());
        Log.errorf("unforeseen %s: %s", traceId, Places.of(failure));
        return Problem.of(ProblemType.INTERNAL, null).withTraceId(traceId);
    }

    boolean isPage(String path) {
        return pages.isResolvable() && pages.get().isPage(path);
    }

    String contentType(String path) {
        return isPage(path) ? "text/html;charset=UTF-8" : Problem.MEDIA_TYPE;
    }

    String body(RoutingContext call, Problem problem) {
        if (isPage(call.request().path())) {
            return pages.get().render(problem.status(), call);
        }
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
