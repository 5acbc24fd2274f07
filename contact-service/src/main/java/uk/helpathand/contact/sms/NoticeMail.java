package uk.helpathand.contact.sms;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import uk.helpathand.platform.health.Gateways;

/** Mails a notice. A mail server knows no repeat: what it may have taken already would come twice. */
@ApplicationScoped
class NoticeMail {

    /** Shorter than the relay's lease, or another worker would send it too. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String MAIL = "mail";

    @Inject
    ReactiveMailer mailer;

    @Inject
    Gateways gateways;

    /**
     * Returns once the mail server has it.
     *
     * @param address as somebody wrote it
     * @throws IllegalArgumentException when that is no address: the mail server was not asked
     */
    void send(String address, String words) {
        try {
            mailer.send(Mail.withText(address, words, words)).await().atMost(PATIENCE);
            gateways.answered(MAIL);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            gateways.failed(MAIL);
            throw e;
        }
    }
}
