package uk.helpathand.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The mails of the sink as a page for people and as JSON for tests. */
final class MailPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Mails (%d)</title>
            <style>
            body { font: 16px/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem; }
            article { border-top: 1px solid #767676; padding: 0.5rem 0; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; }
            </style>
            </head>
            <body>
            <h1>Mails</h1>
            <p>Everything that was sent, newest first. Nothing leaves this machine. <a href="/">Look again</a></p>
            %s
            </body>
            </html>
            """;

    private static final String ARTICLE = """
            <article>
            <h2>%s</h2>
            <p>From %s to %s, %s</p>
            <pre>%s</pre>
            </article>
            """;

    private MailPage() {}

    static void html(HttpExchange exchange, List<MailSink.Mail> mails) throws IOException {
        var articles = mails.stream().map(MailPage::article).collect(Collectors.joining());
        var body = mails.isEmpty() ? "<p>None yet.</p>" : articles;
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'");
        send(exchange, "text/html; charset=utf-8", PAGE.formatted(mails.size(), body));
    }

    static void json(HttpExchange exchange, List<MailSink.Mail> mails) throws IOException {
        send(exchange, "application/json", JSON.writeValueAsString(Map.of("items", mails)));
    }

    /** A mail may carry anything a child wrote, and anything a child's enemy wrote. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String article(MailSink.Mail mail) {
        return ARTICLE.formatted(
                escape(mail.subject()),
                escape(String.join(", ", mail.from())),
                escape(String.join(", ", mail.to())),
                escape(mail.sentAt()),
                escape(mail.text()));
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
