package uk.helpathand.platform.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import uk.helpathand.api.problem.Problem;

/** Failures that never reach a resource: a body too large, a malformed request, an address nobody knows. */
@ApplicationScoped
public class FailureRoutes {

    private static final Pattern HEADER = Pattern.compile("quarkus\\.http\\.header\\.\"?([A-Za-z-]+)\"?\\.value");

    @Inject
    Problems problems;

    @Inject
    Config config;

    private Map<String, String> headers;

    void install(@Observes Router router) {
        headers = headers();
        router.route().last().handler(call -> answer(call, 404));
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void failed(RoutingContext call) {
        int status = call.statusCode();
        if (call.response().headWritten()) {
            return;
        }
        if (status < 400 || status == 500) {
            write(call, problems.unforeseen(call.failure()));
        } else {
            answer(call, status);
        }
    }

    private void answer(RoutingContext call, int status) {
        if (status == 413) {
            // What is still on its way is not waited for.
            call.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        write(call, Problem.of(Problems.typeOf(status), null));
    }

    /** Those of every answer, for calls that the framework refuses before it sets them: to {@code *}, for example. */
    private Map<String, String> headers() {
        var found = new HashMap<String, String>();
        for (String name : config.getPropertyNames()) {
            Matcher header = HEADER.matcher(name);
            if (header.matches()) {
                found.put(header.group(1), config.getValue(name, String.class));
            }
        }
        return found;
    }

    private void write(RoutingContext call, Problem problem) {
        String path = call.request().path();
        headers.forEach((name, value) -> {
            if (!call.response().headers().contains(name)) {
                call.response().putHeader(name, value);
            }
        });
        call.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, problems.contentType(path))
                .putHeader(HttpHeaders.CACHE_CONTROL, Problems.KEPT_NOWHERE)
                .end(problems.body(call, problem));
    }
}
