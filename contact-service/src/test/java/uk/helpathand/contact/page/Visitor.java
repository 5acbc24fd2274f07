package uk.helpathand.contact.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody at a browser: keeps cookies like one, fills in forms as they stand on the page, follows nothing by itself. */
class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("<p [^>]*data-return-code[^>]*>(.*?)</p>", Pattern.DOTALL);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final boolean keepsCookies;

    final Map<String, String> cookies = new LinkedHashMap<>();

    private Visitor(boolean keepsCookies) {
        this.keepsCookies = keepsCookies;
    }

    /** Does not say that it is a browser, as an old one does not. */
    static Visitor plain() {
        return new Visitor(true);
    }

    /** Sends {@code Sec-Fetch-...} as browsers of today do. */
    static Visitor modern() {
        return plain().with("Sec-Fetch-Site", "same-origin").with("Sec-Fetch-Dest", "document");
    }

    static Visitor withoutCookies() {
        return new Visitor(false);
    }

    Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    record Answer(int status, HttpHeaders headers, String body) {

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        /** Name and value of every hidden field, as a browser would send them. */
        Map<String, String> hidden() {
            var fields = new LinkedHashMap<String, String>();
            HIDDEN.matcher(body).results().forEach(match -> fields.put(match.group(1), match.group(2)));
            return fields;
        }

        /** The return code as the page shows it; null when it does not. */
        String code() {
            Matcher match = CODE.matcher(body);
            return match.find() ? match.group(1).replaceAll("<[^>]*>", "").trim() : null;
        }
    }

    Answer get(String path) {
        return call("GET", path, null, null);
    }

    /** Sends a form: its hidden fields with those given, name after name. */
    Answer post(String path, Map<String, String> hidden, String... namesAndValues) {
        var fields = new LinkedHashMap<>(hidden);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return call("POST", path, "application/x-www-form-urlencoded", body);
    }

    /** Opens /ask and sends it. */
    Answer ask(String... namesAndValues) {
        return post("/ask", get("/ask").hidden(), namesAndValues);
    }

    /** Sends a message and returns its code. */
    String send(String words) {
        ask("happening", words);
        return get("/sent").code();
    }

    Answer call(String method, String path, String type, String body) {
        var request = HttpRequest.newBuilder(
                URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + path));
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        if (!keepsCookies) {
            return;
        }
        List<String> parts = List.of(setCookie.split(";"));
        String[] pair = parts.get(0).split("=", 2);
        if (parts.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
