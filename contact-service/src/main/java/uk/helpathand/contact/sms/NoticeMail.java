package uk.helpathand.contact.sms;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
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

    /** So the client begins what it says of an answer to RCPT. Others may be about the sender, or about us. */
    private static final String OF_RECIPIENT = "recipient address not accepted";

    /**
     * The status codes that say for good that the recipient gets no mail: no such mailbox (5.1.1), host (5.1.2), address (5.1.3,
     * 5.1.4), moved (5.1.6), disabled (5.2.1; all RFC 3463), and a domain without mail (5.1.10, RFC 7505). A 5xx with another one or
     * none may be about us: relaying refused, our address on a list.
     */
    private static final Pattern NOBODY =
            Pattern.compile("5\\d\\d[ -]5\\.(?:1\\.(?:[1-46]|10)|2\\.1)\\b.*", Pattern.DOTALL);

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
        String mailbox = mailbox(address);
        // In a head a line ends where it breaks; cover words may have more than one.
        String subject = words.replaceAll("\\s+", " ").strip();
        try {
            mailer.send(Mail.withText(mailbox, subject, words)).await().atMost(PATIENCE);
            gateways.answered(MAIL);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof SMTPException answer && isOfNobody(answer)) {
                gateways.answered(MAIL);
                throw new NoSuchAddress();
            }
            gateways.failed(MAIL);
            throw e;
        }
    }

    /**
     * As the client reads it, and before it does: a sender that is none fails in the same way, and that is our fault. Without a
     * name beside it: of what somebody typed no more goes into the head of a mail than has to.
     */
    private static String mailbox(String address) throws NoSuchAddress {
        try {
            String mailbox = new EmailAddress(address).getEmail();
            if (!mailbox.isEmpty()) {
                return mailbox;
            }
        } catch (IllegalArgumentException e) {
            // As one that is empty.
        }
        throw new NoSuchAddress();
    }

    private static boolean isOfNobody(SMTPException answer) {
        return answer.getMessage().startsWith(OF_RECIPIENT)
                && NOBODY.matcher(answer.getReplyMessage()).matches();
    }
}
