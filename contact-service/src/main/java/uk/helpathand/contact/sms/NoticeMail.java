package uk.helpathand.contact.sms;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.regex.Pattern;
import uk.helpathand.platform.health.Gateways;

/** Mails a notice. A mail server knows no repeat: what it may have taken already would come twice. */
@ApplicationScoped
class NoticeMail {

    /** Shorter than the relay's lease, or another worker would send it too. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String MAIL = "mail";

    /**
     * The status codes of RFC 3463 that say for good that the recipient gets no mail: of the address but not of the sender's
     * (5.1.7, 5.1.8), and of the mailbox but not that it is full (5.2.2). A 5xx without one may as well be about us.
     */
    private static final Pattern NOBODY =
            Pattern.compile("5\\d\\d[ -]5\\.(?:1\\.(?:[0-6]|9|10)|2\\.[01])\\b.*", Pattern.DOTALL);

    @Inject
    ReactiveMailer mailer;

    @Inject
    Gateways gateways;

    /**
     * Returns once the mail server has it.
     *
     * @param address as somebody wrote it
     * @throws NoSuchAddress when that is no address, of which the mail server was not asked, or it says that nobody has it
     */
    void send(String address, String words) throws NoSuchAddress {
        try {
            mailer.send(Mail.withText(address, words, words)).await().atMost(PATIENCE);
            gateways.answered(MAIL);
        } catch (IllegalArgumentException e) {
            throw new NoSuchAddress(e);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof SMTPException answer
                    && NOBODY.matcher(answer.getReplyMessage()).matches()) {
                gateways.answered(MAIL);
                // Not with its cause, which repeats the address.
                throw new NoSuchAddress(null);
            }
            gateways.failed(MAIL);
            throw e;
        }
    }
}
