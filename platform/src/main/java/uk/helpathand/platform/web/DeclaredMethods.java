package uk.helpathand.platform.web;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Only methods that an address declares (ASVS 4.1.4). The framework would answer OPTIONS for every address by itself. A front
 * end on another origin needs {@code quarkus.http.cors}, which answers its question before it comes here.
 */
@ApplicationScoped
public class DeclaredMethods {

    private static final Set<HttpMethod> NOBODYS = Set.of(HttpMethod.OPTIONS, HttpMethod.TRACE, HttpMethod.CONNECT);

    void install(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 2).handler(call -> {
            if (NOBODYS.contains(call.request().method())) {
                call.fail(405);
            } else {
                call.next();
            }
        });
    }
}
