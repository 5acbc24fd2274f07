package uk.helpathand.people;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.helpathand.people.Http.Answer;

/** Of one browser. By hand: Java's own store does not send Secure cookies over http, as browsers do on localhost. */
final class Cookies {

    private final Map<String, String> kept = new TreeMap<>();

    Cookies copy() {
        var copy = new Cookies();
        copy.kept.putAll(kept);
        return copy;
    }

    HttpRequest.Builder goWith(HttpRequest.Builder request) {
        return kept.isEmpty() ? request : request.header("Cookie", line());
    }

    void keepThoseOf(Answer answer) {
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
    }

    private String line() {
        return kept.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String setCookie) {
        var pair = List.of(setCookie.split(";", 2)[0].split("=", 2));
        if (setCookie.contains("Max-Age=0")) {
            kept.remove(pair.get(0));
        } else {
            kept.put(pair.get(0), pair.get(1));
        }
    }
}
