package uk.helpathand.contact.sms.twilio;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.contact.sms.IncomingTexts;
import uk.helpathand.contact.sms.SmsConfig;
import uk.helpathand.contact.sms.TextStatus;
import uk.helpathand.contact.sms.WebhookDoor;
import uk.helpathand.contact.sms.WebhookTypes;

/**
 * Where Twilio calls: a text was received, or news of one of ours. 401 without a signature, 403 with a wrong one, 404 where we
 * have no number at Twilio. Replies go through the outbox and never by this answer, which nobody could commit together with
 * the text. A call by http is not told from one by https here, behind whatever ends TLS; but the address that Twilio signs is
 * the configured one, so that a call made to the same place by http does not prove itself unless that is http.
 */
@Path(TwilioWebhooksResource.PATH)
@PermitAll
public class TwilioWebhooksResource {

    static final String PATH = "/webhooks/sms/twilio";
    static final String STATUS = "/status";
    static final String REFERENCE = "reference";

    private static final String SIGNATURE = "X-Twilio-Signature";

    /** "No reply", in the language that Twilio expects: anything it cannot read counts as failed. */
    private static final String NO_REPLY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final Optional<TwilioAccount> account;
    private final WebhookDoor door;
    private final Clock clock;

    @Inject
    TwilioWebhooksResource(SmsConfig config, WebhookDoor door, Clock clock) {
        this(TwilioAccount.of(config.twilio()), door, clock);
    }

    TwilioWebhooksResource(Optional<TwilioAccount> account, WebhookDoor door, Clock clock) {
        this.account = account;
        this.door = door;
        this.clock = clock;
    }

    @POST
    public Response received(@Context RoutingContext call, byte[] body) {
        byte[] given = prove(call, body);
        TwilioForm form = TwilioForm.of(given);
        // News that was sent here by a wrong setting at Twilio is no text of a child.
        Optional<TextStatus> status =
                TwilioTexts.isReceived(form) ? Optional.empty() : TwilioTexts.status(form, null, clock);
        return keep(
                call,
                given,
                status.isPresent()
                        ? status.map(news -> texts -> texts.status(news, given))
                        : TwilioTexts.received(form, given).map(text -> texts -> texts.receive(text)));
    }

    @POST
    @Path(STATUS)
    public Response status(@Context RoutingContext call, byte[] body) {
        byte[] given = prove(call, body);
        String query = call.request().query();
        String reference = query == null
                ? null
                : TwilioForm.of(query.getBytes(StandardCharsets.UTF_8)).text(REFERENCE);
        return keep(
                call,
                given,
                TwilioTexts.status(TwilioForm.of(given), reference, clock)
                        .map(news -> texts -> texts.status(news, given)));
    }

    /** The body, proved. */
    private byte[] prove(RoutingContext call, byte[] body) {
        TwilioAccount twilio = account.orElseThrow(ProblemType.NOT_FOUND::exception);
        List<String> signature = call.request().headers().getAll(SIGNATURE);
        if (signature.isEmpty()) {
            throw door.unproved(TwilioSmsGateway.PROVIDER, SIGNATURE, call);
        }
        byte[] given = body == null ? new byte[0] : body;
        String query = call.request().query();
        String address = call.request().path() + (query == null ? "" : "?" + query);
        String type = WebhookTypes.given(call);
        if (signature.size() != 1 || !twilio.signature.prove(signature.get(0), address, type, given)) {
            throw door.forged(TwilioSmsGateway.PROVIDER);
        }
        return given;
    }

    private Response keep(RoutingContext call, byte[] body, Optional<Consumer<IncomingTexts>> what) {
        return door.keep(
                what.orElse(texts -> texts.unreadable(TwilioSmsGateway.PROVIDER, body, WebhookTypes.given(call))),
                Response.ok(NO_REPLY, MediaType.TEXT_XML_TYPE).build());
    }
}
