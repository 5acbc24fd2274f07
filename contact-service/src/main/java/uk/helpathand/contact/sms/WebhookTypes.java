package uk.helpathand.contact.sms;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What a provider says its body is stays out of the framework's way, which answers 400 to a type that it cannot read: after
 * 4xx a text is never sent again. To our webhooks every body is bytes.
 */
@ApplicationScoped
public class WebhookTypes {

    private static final String GIVEN = WebhookTypes.class.getName();

    void install(@Observes Router router) {
        router.route("/webhooks/sms/*").order(Integer.MIN_VALUE).handler(call -> {
            String type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
            if (type != null) {
                call.put(GIVEN, type);
                call.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
            }
            call.next();
        });
    }

    /** The type as it was given; null where it was not. */
    public static String given(RoutingContext call) {
        return call.get(GIVEN);
    }
}
