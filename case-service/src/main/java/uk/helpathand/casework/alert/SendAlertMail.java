package uk.helpathand.casework.alert;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import uk.helpathand.platform.health.Gateways;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Mails one alert. The mail holds the reference and nothing else: no word of the child's, no link. */
@ApplicationScoped
class SendAlertMail implements OutboxHandler {

    static final String KIND = "alert-mail";

    private static final String MAIL = "mail";

    /** Shorter than the relay's lease, or another replica would send it too. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ReactiveMailer mailer;

    @Inject
    Rota rota;

    @Inject
    Gateways gateways;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage owed) throws Refused {
        Alert alert = OutboxHandler.load("alert", () -> Alert.findById(owed.subjectId));
        if (alert.stoppedAt != null) {
            return;
        }
        String address = rota.person(alert.person, alert.raisedAt).email();
        send(Mail.withText(address, "Help at Hand: an immediate enquiry waits", words(alert)));
    }

    private void send(Mail mail) {
        try {
            mailer.send(mail).await().atMost(PATIENCE);
            gateways.answered(MAIL);
        } catch (RuntimeException e) {
            gateways.failed(MAIL);
            throw e;
        }
    }

    private static String words(Alert alert) {
        return "An immediate enquiry %s waits. Step %d of %d.%n"
                .formatted(alert.enquiryReference, alert.step + 1, alert.steps);
    }
}
