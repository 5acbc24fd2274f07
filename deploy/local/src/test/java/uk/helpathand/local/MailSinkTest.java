package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailSinkTest {

    private final Ports ports = Ports.free();
    private final MailSink sink = new MailSink(ports);

    @BeforeEach
    void start() {
        sink.start();
    }

    @AfterEach
    void stop() {
        sink.stop();
    }

    @Test
    void mails_stand_on_the_page_newest_first() throws Exception {
        send("first", "one");
        send("second", "two");

        assertThat(get("/").body()).containsSubsequence("second", "first");
        assertThat(get("/mails.json").body())
                .contains("\"subject\":\"first\"", "\"to\":[\"ada@helpathand.example.test\"]");
    }

    @Test
    void what_a_mail_says_stays_text() throws Exception {
        send("<script>alert(1)</script>", "<img src=x onerror='alert(2)'> & \"so on\"");

        var page = get("/");
        assertThat(page.body())
                .doesNotContain("<script>", "<img")
                .contains("&lt;script&gt;", "&lt;img src=x onerror=&#39;alert(2)&#39;&gt; &amp; &quot;so on&quot;");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    void it_can_be_stopped_and_started_again() throws Exception {
        sink.stop();
        assertThat(sink.alive()).isFalse();

        sink.start();
        assertThat(get("/").body()).contains("None yet.");
        assertThat(get("/other").statusCode()).isEqualTo(404);
    }

    private void send(String subject, String text) {
        GreenMailUtil.sendTextEmail(
                "ada@helpathand.example.test",
                "service@helpathand.example.test",
                subject,
                text,
                new ServerSetup(ports.smtp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + ports.mailPage() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
