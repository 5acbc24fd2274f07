package uk.helpathand.local;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Takes every mail, delivers none, and shows them on a page. Kept in memory only. */
final class MailSink implements RunningPart {

    private static final String HOST = "127.0.0.1";

    private final Ports ports;
    private GreenMail smtp;
    private HttpServer page;

    MailSink(Ports ports) {
        this.ports = ports;
    }

    @Override
    public synchronized void start() {
        if (alive()) {
            return;
        }
        try {
            smtp = new GreenMail(new ServerSetup(ports.smtp(), HOST, ServerSetup.PROTOCOL_SMTP));
            UserManager users = smtp.getUserManager();
            users.setMessageDeliveryHandler((mail, address) -> mailbox(users, address.getEmail()));
            smtp.start();
            page = HttpServer.create(new InetSocketAddress(HOST, ports.mailPage()), 0);
            page.createContext("/", this::answer);
            page.start();
        } catch (IOException e) {
            throw Trouble.failed("The mail sink cannot be started: " + e.getMessage(), e);
        }
    }

    /** One after the other: two mails at once to somebody new would both make the mailbox, and one of them would hang. */
    private static GreenMailUser mailbox(UserManager users, String address) throws UserException {
        synchronized (users) {
            GreenMailUser known = users.getUserByEmail(address);
            return known != null ? known : users.createUser(address, address, address);
        }
    }

    @Override
    public synchronized boolean alive() {
        return page != null;
    }

    @Override
    public synchronized void stop() {
        if (page != null) {
            page.stop(0);
            page = null;
        }
        if (smtp != null) {
            smtp.stop();
            smtp = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Newest first. */
    synchronized List<Mail> mails() {
        if (smtp == null) {
            return List.of();
        }
        var mails =
                Arrays.stream(smtp.getReceivedMessages()).map(MailSink::read).collect(Collectors.toList());
        Collections.reverse(mails);
        return mails;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> MailPage.html(exchange, mails());
                case "/mails.json" -> MailPage.json(exchange, mails());
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    addresses(message.getFrom()),
                    addresses(message.getAllRecipients()),
                    message.getSubject() == null ? "" : message.getSubject(),
                    message.getSentDate() == null
                            ? ""
                            : message.getSentDate().toInstant().toString(),
                    text(message));
        } catch (MessagingException | IOException e) {
            return new Mail(List.of(), List.of(), "(unreadable)", "", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> addresses(jakarta.mail.Address[] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(Object::toString).toList();
    }

    /** The first text in it, plain before any other. */
    private static String text(Part part) throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof Multipart several) {
            for (var i = 0; i < several.getCount(); i++) {
                var text = text(several.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
        return content instanceof String text ? text : "";
    }

    /** A mail as it is shown. */
    record Mail(List<String> from, List<String> to, String subject, String sentAt, String text) {}
}
