package uk.helpathand.journeys.canary;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.ChildPhone;
import uk.helpathand.people.Http.Answer;

/** Every way in from a phone, also those that no page offers. */
final class ChildCanaries {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final List<String> HEADERS = List.of(
            "User-Agent",
            "Referer",
            "X-Forwarded-For",
            "Accept-Language",
            "Accept",
            "Sec-Fetch-Site",
            "X-Request-Id",
            "traceparent",
            "Authorization");

    private final Whole whole;
    private final Canaries canaries;

    ChildCanaries(Whole whole, Canaries canaries) {
        this.whole = whole;
        this.canaries = canaries;
    }

    void send() {
        var code = theForms();
        theThread(code);
        wrongForms(code);
        addresses();
        headers();
        bodies();
        texts();
    }

    private String theForms() {
        var phone = whole.phone();
        var code = phone.write(Map.of(
                "happening", canaries.sentence("happening"),
                "wanted", canaries.sentence("wanted"),
                "safe", "no",
                "reply", "text",
                "number", canaries.number("number"),
                "numberIs", "someone-else",
                "email", canaries.email("email"),
                "safeTimes", List.of("weekday-day", "weekend-evening"),
                "safeNote", canaries.name("safeNote")));
        phone.tellMore(Map.of(
                "name", canaries.name("name") + "\r\n2026-01-01 00:00:00,000 ERROR forged",
                "age", canaries.name("age"),
                "council", canaries.name("council"),
                "livesIn", canaries.name("livesIn"),
                "helpedBy", canaries.name("helpedBy"),
                "language", canaries.name("language"),
                "needs", canaries.name("needs")));
        return canaries.code(code);
    }

    private void theThread(String code) {
        var phone = whole.phone().open(code);
        phone.writeAgain(canaries.sentence("text"));
        var twice = phone.writeForm(canaries.sentence("text sent twice"));
        canaries.said(phone.post("/messages", twice));
        canaries.said(phone.post("/messages", twice));
    }

    private void wrongForms(String code) {
        var phone = whole.phone();
        phone.get("/ask");
        canaries.said(phone.post(
                "/ask",
                Map.of("happening", canaries.word("with a made-up token"), "formToken", canaries.word("token"))));
        canaries.said(phone.post("/ask", Map.of("happening", canaries.word("too long") + "w".repeat(30_000))));
        canaries.said(phone.post(
                "/more", Map.of("name", canaries.word("details of nobody"), "appendToken", canaries.word("token"))));
        canaries.said(phone.post(
                "/messages", Map.of("text", canaries.word("to nobody"), "appendToken", canaries.word("token"))));
        canaries.said(phone.post("/messages", Map.of("code", canaries.word("wrong code") + " " + code)));
        canaries.refused(phone.post("/leave", Map.of("code", canaries.word("wrong method"))));
    }

    private void addresses() {
        var phone = whole.phone();
        for (var path : List.of("/", "/ask", "/sent", "/messages", "/leave", "/privacy", "/nowhere", "/v1/nowhere")) {
            canaries.said(phone.get(path + "?code=" + canaries.word("query of " + path))
                    .answer());
        }
        canaries.refused(phone.get("/" + canaries.word("address")).answer());
        canaries.refused(phone.get("/v1/" + canaries.word("address of the API")).answer());
        canaries.refused(
                phone.get("/a/" + canaries.word("address of a file") + "/x.css").answer());
    }

    private void headers() {
        for (var path : List.of("/ask", "/messages", "/nowhere", "/v1/nowhere")) {
            var request = HttpRequest.newBuilder(whole.contact().resolve(path));
            HEADERS.forEach(header -> request.header(header, canaries.word("header " + header)));
            request.header("X-" + canaries.word("name of a header"), "1");
            request.header(
                    "Cookie", "__Host-read=" + canaries.word("cookie") + "; " + canaries.word("its name") + "=1");
            canaries.said(whole.phone().call(request));
        }
    }

    private void bodies() {
        canaries.refused(post(FORM, "happening=%zz" + canaries.word("broken form")));
        canaries.refused(post(FORM, "happening=" + canaries.word("huge") + "w".repeat(9_000_000)));
        canaries.refused(post("application/json", "{\"happening\":\"" + canaries.word("JSON to a page") + "\"}"));
        canaries.refused(post("multipart/form-data; boundary=x", "--x\r\n" + canaries.word("broken multipart")));
        canaries.refused(post(canaries.word("type") + "/x", canaries.word("of no known type")));
    }

    /** Of both providers, whole, in parts, stopped, unreadable, and of nobody who could prove to be one. */
    private void texts() {
        var sms = whole.stack().sms();
        for (var number : sms.numbers()) {
            var phone = sms.phone(canaries.number("phone that texts"));
            phone.text(number, canaries.sentence("text"));
            phone.text(number, "(1/2) " + canaries.sentence("part of a text"));
            phone.text(number, "\u0000\r\nERROR " + canaries.sentence("odd text"));
            phone.text(number, "STOP");
        }
        for (var path : List.of("/webhooks/sms/notify", "/webhooks/sms/notify/receipts", "/webhooks/sms/twilio")) {
            var call = HttpRequest.newBuilder(whole.contact().resolve(path))
                    .header("Authorization", "Bearer " + canaries.word("token of no provider"))
                    .header("X-Twilio-Signature", canaries.word("signature of no provider"))
                    .POST(BodyPublishers.ofString("Body=" + canaries.word("text of no provider")));
            canaries.refused(whole.phone().call(call));
        }
    }

    private Answer post(String type, String body) {
        ChildPhone phone = whole.phone();
        return phone.call(phone.request("/ask").header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }
}
