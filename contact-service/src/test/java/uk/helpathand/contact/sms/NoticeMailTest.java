package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.ClientProxy;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
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
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.NewEnquiry;
import uk.helpathand.contact.fixture.FakeMailServer;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.Health;
import uk.helpathand.platform.health.Gateways;
import uk.helpathand.platform.outbox.OutboxConfig;

/** What becomes of a notice while the mail server is away or does not want it, and what is told of that. */
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
        UUID reply = with(nobodysPort(), () -> {
            UUID owed = TextsInPlay.reply(childAt(SAM), "about your placement", null);

            Wait.until("owed", () -> TextsInPlay.count("outbox where last_failure is not null") == 1);
            assertThat(told()).startsWith("no answer since");
            assertThat(health.of("well", "gateways")).isEqualTo("DOWN");
            assertThat(health.status("ready")).isEqualTo(200);
            return owed;
        });
        TextsInPlay.settled();

        assertThat(mailbox.getMailsSentTo(SAM)).hasSize(1);
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("sent");
        assertThat(told()).startsWith("answered at");
    }

    @Test
    void what_is_no_address_is_told_as_not_delivered_and_is_no_news_of_the_mail_server() {
        UUID reply = TextsInPlay.reply(childAt("sam at example.test"), "about your placement", null);
        TextsInPlay.settled();

        assertThat(lastFailure(reply)).isEqualTo("not-delivered no-such-address");
        assertThat(told()).isIn("", "no news");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <sam@example.test>: no such user here",
                "556 5.1.10 Domain example.test does not accept mail (nullMX)",
                "550-5.2.1 This mailbox is\r\n550 5.2.1 disabled",
            })
    void an_address_that_the_mail_server_says_nobody_has_is_told_as_not_delivered(String answer) throws IOException {
        UUID reply;
        try (var server = new FakeMailServer("RCPT", answer)) {
            reply = with(server.port(), () -> {
                UUID told = TextsInPlay.reply(childAt(SAM), "about your placement", null);
                TextsInPlay.settled();
                return told;
            });
            assertThat(server.refusals()).isEqualTo(1);
        }

        assertThat(lastFailure(reply)).isEqualTo("not-delivered no-such-address");
        assertThat(told()).startsWith("answered at");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.7.1 relaying denied",
        "RCPT, 550 no",
        "RCPT, 552 5.2.2 mailbox full",
        "RCPT, 550 5.2.0 blocked",
        "RCPT, 450 4.1.1 <sam@example.test>: try again later",
        "MAIL, 550 5.1.1 <help-at-hand@example.test>: no such sender",
        "MAIL, 553 5.1.8 whose domain is that",
    })
    void what_may_go_another_time_stays_owed(String command, String answer) throws IOException {
        UUID reply;
        try (var server = new FakeMailServer(command, answer)) {
            reply = with(server.port(), () -> {
                UUID owed = TextsInPlay.reply(childAt(SAM), "about your placement", null);
                Wait.until("owed", () -> TextsInPlay.count("outbox where last_failure is not null") == 1);
                return owed;
            });
            assertThat(server.refusals()).isPositive();
        }
        TextsInPlay.settled();

        assertThat(mailbox.getMailsSentTo(SAM)).hasSize(1);
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("sent");
    }

    /** What somebody typed stands in no head of a mail that we send. */
    @Test
    void nothing_but_the_mailbox_is_taken_from_what_was_typed() {
        for (String beside : List.of("(click here)", "(click\rhere)", "(x\nSubject: click here\n\n)")) {
            TextsInPlay.reply(childAt(SAM + " " + beside), "about your placement", null);
        }
        TextsInPlay.settled();

        assertThat(mailbox.getMailsSentTo(SAM)).isNotEmpty().allSatisfy(mail -> assertThat(mail.getTo())
                .containsExactly(SAM));
        assertThat(mailbox.getMailsSentTo(SAM)).hasSize(mailbox.getTotalMessagesSent());
    }

    @Test
    void cover_words_of_several_lines_are_one_line_in_the_head() {
        var wish = new SafeContact(
                1, ReplyBy.EMAIL, null, null, SAM, List.of(), null, "Your book\nis in", null, null, null);
        TextsInPlay.reply(childWith(wish), "about your placement", null);
        TextsInPlay.settled();

        assertThat(mailbox.getMailsSentTo(SAM)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Your book is in");
            assertThat(mail.getText()).isEqualTo("Your book\nis in");
        });
    }

    @Test
    void blank_cover_words_are_none() {
        var wish = new SafeContact(1, ReplyBy.EMAIL, null, null, SAM, List.of(), null, " ", null, null, null);
        TextsInPlay.reply(childWith(wish), "about your placement", null);
        TextsInPlay.settled();

        assertThat(mailbox.getMailsSentTo(SAM)).singleElement().satisfies(mail -> assertThat(mail.getText())
                .isNotBlank());
    }

    /** Else another worker would take the row, and the child would get two. */
    @Test
    void the_mail_server_is_given_up_before_the_row_is_anybodys() {
        assertThat(NoticeMail.PATIENCE).isLessThan(outbox.lease());
    }

    /** While the work runs there is another mail server than the mailbox of the tests. */
    private UUID with(int port, Supplier<UUID> work) {
        NoticeMail mail = ClientProxy.unwrap(notices);
        ReactiveMailer inTests = mail.mailer;
        MailClient client = MailClient.create(
                vertx, new MailConfig().setHostname("127.0.0.1").setPort(port));
        try {
            mail.mailer = mails -> client.sendMail(message()).replaceWithVoid();
            return work.get();
        } finally {
            mail.mailer = inTests;
            client.closeAndForget();
        }
    }

    private static String lastFailure(UUID reply) {
        JsonPath state = TextsInPlay.lastState(reply);
        return state.getString("state") + " " + state.getString("failure");
    }

    private String told() {
        return health.told("well", "gateways", "mail");
    }

    private UUID childAt(String email) {
        return childWith(new SafeContact(1, ReplyBy.EMAIL, null, null, email, List.of(), null));
    }

    private UUID childWith(SafeContact wish) {
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
