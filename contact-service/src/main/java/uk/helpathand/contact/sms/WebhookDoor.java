package uk.helpathand.contact.sms;

import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import java.util.function.Supplier;
import uk.helpathand.api.problem.Problem;
import uk.helpathand.api.problem.ProblemException;
import uk.helpathand.api.problem.ProblemType;

/**
 * What the webhooks of all providers have in common. A call is refused before anything is kept, or its sender is proved and
 * it is never refused again: a provider does not repeat what was answered with 4xx. What could not be committed is "later",
 * which every provider repeats (STANDARDS 1.1, 6 I4).
 */
@ApplicationScoped
public class WebhookDoor {

    /** Seconds. */
    private static final String RETRY_AFTER = "60";

    private final Supplier<IncomingTexts> texts;
    private final SmsMetrics metrics;

    @Inject
    WebhookDoor(Instance<IncomingTexts> texts, SmsMetrics metrics) {
        this(texts::get, metrics);
    }

    WebhookDoor(Supplier<IncomingTexts> texts, SmsMetrics metrics) {
        this.texts = texts;
        this.metrics = metrics;
    }

    /**
     * Nothing in the call proves anything, or not in the way this provider does it: 401, to be thrown. Counted, since somebody
     * tries, or a token was changed on one side only.
     *
     * @param challenge how a caller proves itself here
     */
    public ProblemException unproved(String provider, String challenge, RoutingContext call) {
        metrics.refused(provider);
        call.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return ProblemType.UNAUTHENTICATED.exception();
    }

    /** A proof that is wrong: 403, to be thrown. Counted. */
    public ProblemException forged(String provider) {
        metrics.refused(provider);
        return ProblemType.FORBIDDEN.exception();
    }

    /** @param answer what the provider takes for "kept"; given after the commit only */
    public Response keep(Consumer<IncomingTexts> what, Response answer) {
        try {
            what.accept(texts.get());
            return answer;
        } catch (RuntimeException e) {
            // Classes only: a message may hold what was written.
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            Log.errorf(
                    "what a provider told could not be kept: %s, at first %s",
                    e.getClass().getName(), root.getClass().getName());
            return later();
        }
    }

    private static Response later() {
        return Response.status(ProblemType.UNAVAILABLE.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .entity(Problem.of(ProblemType.UNAVAILABLE, null))
                .build();
    }
}
