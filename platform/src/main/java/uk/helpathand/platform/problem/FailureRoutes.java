package uk.helpathand.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.helpathand.api.problem.Problem;

/** Failures that never reach a resource: a body too large, a malformed request, an address nobody knows. */
@ApplicationScoped
public class FailureRoutes {

    @Inject
    Problems problems;

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize largestBody;

    void install(@Observes Router router) {
        BodyHandler reader = BodyHandler.create(false).setBodyLimit(largestBody.asLongValue());
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(call -> limitBody(call, reader));
        router.route().last().handler(call -> answer(call, 404));
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    /**
     * The framework's own checks, which come after this one, answer without a word. A body that does not say how long it is
     * gets read here, up to the limit: once the reading has gone on to a resource, only the framework can break it off. Forms have
     * a reader of their own, which could not read again.
     */
    private void limitBody(RoutingContext call, BodyHandler reader) {
        HttpServerRequest request = call.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() < 19 && Long.parseLong(length) > largestBody.asLongValue()) {
            answer(call, 413);
        } else if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING) && !isForm(request)) {
            request.resume();
            reader.handle(call);
        } else {
            call.next();
        }
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
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

    private void write(RoutingContext call, Problem problem) {
        String path = call.request().path();
        call.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, problems.contentType(path))
                .putHeader(HttpHeaders.CACHE_CONTROL, Problems.KEPT_NOWHERE)
                .end(problems.body(call, problem));
    }
}
