package uk.helpathand.casework.access;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import uk.helpathand.platform.health.Gateways;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Tells the leads that a glass was broken. The mail holds an id and nothing else: no case, no colleague, no reason. */
@ApplicationScoped
class SendBreakGlassMail implements OutboxHandler {

    static final String KIND = "break-glass-mail";

    private static final String MAIL = "mail";

    /** Shorter than the relay's lease, or another replica would send it too. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ReactiveMailer mailer;

    @Inject
    AccessConfig config;

    @Inject
    Gateways gateways;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage owed) throws Refused {
        BreakGlass glass = OutboxHandler.load("record", () -> BreakGlass.findById(owed.subjectId));
        if (!glass.reviewDue) {
            return;
        }
        var mail = new Mail()
                .setTo(config.reviewers())
                .setSubject("Help at Hand: somebody has broken the glass")
                .setText("Please review %s now (GET /v1/break-glass?reviewDue=true).%n".formatted(glass.id));
        try {
            mailer.send(mail).await().atMost(PATIENCE);
            gateways.answered(MAIL);
        } catch (RuntimeException e) {
            gateways.failed(MAIL);
            throw e;
        }
    }
}
