package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.ClientProxy;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.NewEnquiry;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.Health;
import uk.helpathand.platform.health.Gateways;
import uk.helpathand.platform.outbox.OutboxConfig;

/** What becomes of a notice while the mail server is away, and what is told of that. */
@QuarkusTest
class NoticeMailTest {

    private static final String SAM = "sam@example.test";

    @TestHTTPResource(value = "/health", management = true)
    URI address;

    @Inject
    Enquiries enquiries;

    @Inject
    NoticeMail notices;

    @Inject
    MockMailbox mailbox;

    @Inject
    Gateways gateways;

    @Inject
    OutboxConfig outbox;

    @Inject
    Vertx vertx;

    private Health health;

    @BeforeEach
    void begin() {
        new TextsInPlay();
        TextsInPlay.atLondon(LocalTime.NOON);
        mailbox.clear();
        gateways.forget();
        health = new Health(address);
    }

    @Test
    void while_the_mail_server_is_away_it_is_not_well_and_then_the_notice_goes_once() throws IOException {
        var mail = ClientProxy.unwrap(notices);
        ReactiveMailer there = mail.mailer;
        MailClient away = MailClient.create(
                vertx, new MailConfig().setHostname("127.0.0.1").setPort(nobodysPort()));
        UUID reply;
        try {
            mail.mailer = mails -> away.sendMail(message()).replaceWithVoid();
            reply = TextsInPlay.reply(childAt(SAM), "about your placement", null);

            Wait.until("owed", () -> TextsInPlay.count("outbox where last_failure is not null") == 1);
            assertThat(told()).startsWith("no answer since");
            assertThat(health.of("well", "gateways")).isEqualTo("DOWN");
            assertThat(health.status("ready")).isEqualTo(200);
        } finally {
            mail.mailer = there;
            away.closeAndForget();
        }
        TextsInPlay.settled();

        assertThat(mailbox.getMailsSentTo(SAM)).hasSize(1);
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("sent");
        assertThat(told()).startsWith("answered at");
    }

    @Test
    void what_is_no_address_is_no_news_of_the_mail_server() {
        TextsInPlay.reply(childAt("sam at example.test"), "about your placement", null);

        Wait.until("tried", () -> TextsInPlay.count("outbox where last_failure = 'IllegalArgumentException'") == 1);
        assertThat(told()).isIn("", "no news");
    }

    /** Else another worker would take the row, and the child would get two. */
    @Test
    void the_mail_server_is_given_up_before_the_row_is_anybodys() {
        assertThat(NoticeMail.PATIENCE).isLessThan(outbox.lease());
    }

    private String told() {
        return health.told("well", "gateways", "mail");
    }

    private UUID childAt(String email) {
        var wish = new SafeContact(1, ReplyBy.EMAIL, null, null, email, List.of(), null);
        return enquiries
                .receive(UUID.randomUUID().toString(), null, null, new NewEnquiry("hi", null, null, wish, "en"))
                .conversationId();
    }

    private static MailMessage message() {
        return new MailMessage()
                .setFrom("help-at-hand@example.test")
                .setTo(SAM)
                .setSubject("hello")
                .setText("hello");
    }

    private static int nobodysPort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
