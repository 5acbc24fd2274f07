package uk.helpathand.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import uk.helpathand.api.Role;

/** One span for each call of an operation: its method and the template of its address, its status, the ids in its address. */
@ApplicationScoped
public class TraceFilter {

    /** Where the framework keeps the template, for its metrics too. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern NAME_OF_ID = Pattern.compile("id|[a-z]+Id");

    @Inject
    Traces traces;

    @Inject
    CurrentVertxRequest request;

    @ServerRequestFilter
    void begin(ContainerRequestContext called) {
        if (!traces.areOn()) {
            return;
        }
        RoutingContext call = request.getCurrent();
        Span span = traces.begin(called.getMethod(), SpanKind.SERVER, parent(call));
        about(span, called.getUriInfo().getPathParameters());
        traces.isOf(call, span);
        call.addEndHandler(over -> end(span, call, over.succeeded()));
        if (call.response().closed()) {
            end(span, call, false);
        }
    }

    /** Anybody could send one, and call it after a phone number: that of the other service counts. */
    private static String parent(RoutingContext call) {
        boolean fromTheOtherService = call.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().hasRole(Role.HANDOVER);
        return fromTheOtherService ? call.request().getHeader(Traces.PARENT) : null;
    }

    /** An address may hold whatever somebody wrote into it, and the id of a colleague, who is nobody's subject here. */
    private static void about(Span span, MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> values.stream()
                .filter(value ->
                        NAME_OF_ID.matcher(name).matches() && ID.matcher(value).matches())
                .forEach(value -> span.setAttribute("helpathand." + name, value)));
    }

    /** @param answered whether whoever called was still there */
    private static void end(Span span, RoutingContext call, boolean answered) {
        String method = call.request().method().name();
        int status = call.response().getStatusCode();
        span.setAttribute("http.request.method", method);
        if (answered) {
            span.setAttribute("http.response.status_code", status);
        }
        String template = ((HttpServerRequestInternal) call.request()).context().getLocal(TEMPLATE);
        if (template != null) {
            span.updateName(method + " " + template);
            span.setAttribute("http.route", template);
        }
        if (!answered || status >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
