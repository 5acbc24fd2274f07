package uk.helpathand.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One visit of one browser to the pages of contact-service. */
final class Visit {

    private final URI contact;
    private final HttpClient client = HttpClient.newHttpClient();

    /** By hand: Java's cookie store keeps Secure cookies from http, also on localhost, where browsers send them. */
    private final Map<String, String> cookies = new TreeMap<>();

    Visit(URI contact) {
        this.contact = contact;
    }

    /** The page at this address. */
    String get(String path) {
        var page = call(HttpRequest.newBuilder(contact.resolve(path)).GET());
        if (page.statusCode() != 200) {
            throw Trouble.failed("GET %s answered %d.".formatted(contact.resolve(path), page.statusCode()));
        }
        return page.body();
    }

    /** Sends a form that is taken in; returns where it leads. */
    String post(String path, String body) {
        var sent = call(HttpRequest.newBuilder(contact.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", contact.toString())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body)));
        if (sent.statusCode() != 303) {
            throw Trouble.failed(
                    "POST %s answered %d instead of 303.".formatted(contact.resolve(path), sent.statusCode()));
        }
        return sent.headers().firstValue("Location").orElse("/");
    }

    private HttpResponse<String> call(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString(UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw Trouble.failed("contact-service does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.failed("Stopping.");
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0].strip(), pair.length > 1 ? pair[1].strip() : "");
    }
}
