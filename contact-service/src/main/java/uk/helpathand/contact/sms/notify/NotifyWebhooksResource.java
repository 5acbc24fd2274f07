package uk.helpathand.contact.sms.notify;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.contact.sms.IncomingTexts;
import uk.helpathand.contact.sms.SmsConfig;
import uk.helpathand.contact.sms.WebhookDoor;
import uk.helpathand.contact.sms.WebhookTypes;

/**
 * Where GOV.UK Notify calls: a text was received, or news of one of ours. Notify waits five seconds, tries again for 25 minutes
 * after 5xx, and never after 4xx. 401 without one of our tokens, 404 where we have no number at Notify. Notify calls https
 * only; that nobody else reaches this by http is the duty of whatever ends TLS before us, since we cannot see it from here.
 */
@Path("/webhooks/sms/notify")
@PermitAll
public class NotifyWebhooksResource {

    private final Optional<NotifyAccount> account;
    private final WebhookDoor door;
    private final Clock clock;

    @Inject
    NotifyWebhooksResource(SmsConfig config, WebhookDoor door, Clock clock) {
        this(NotifyAccount.of(config.govNotify()), door, clock);
    }

    NotifyWebhooksResource(Optional<NotifyAccount> account, WebhookDoor door, Clock clock) {
        this.account = account;
        this.door = door;
        this.clock = clock;
    }

    @POST
    public Response received(@Context RoutingContext call, byte[] body) {
        byte[] given = prove(call, body);
        return keep(call, given, NotifyJson.received(given).map(text -> texts -> texts.receive(text)));
    }

    @POST
    @Path("/receipts")
    public Response receipt(@Context RoutingContext call, byte[] body) {
        byte[] given = prove(call, body);
        return keep(call, given, NotifyJson.receipt(given, clock).map(status -> texts -> texts.status(status, given)));
    }

    /** The body, proved. */
    private byte[] prove(RoutingContext call, byte[] body) {
        NotifyAccount notify = account.orElseThrow(ProblemType.NOT_FOUND::exception);
        List<String> given = call.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (given.size() != 1 || !notify.tokens.prove(given.get(0))) {
            throw door.unproved(NotifySmsGateway.PROVIDER, "Bearer", call);
        }
        return body == null ? new byte[0] : body;
    }

    private Response keep(RoutingContext call, byte[] body, Optional<Consumer<IncomingTexts>> what) {
        return door.keep(
                what.orElse(texts -> texts.unreadable(NotifySmsGateway.PROVIDER, body, WebhookTypes.given(call))),
                Response.noContent().build());
    }
}
