package uk.helpathand.journeys.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import uk.helpathand.people.Http.Answer;
import uk.helpathand.people.Marker;

/** Words that stand nowhere else, each with the way on which it was sent in, and what the services said to it. */
final class Canaries {

    private final Map<String, String> words = new LinkedHashMap<>();

    /** Names, numbers, addresses: whatever says who somebody is or where. Kept apart, for no record has them in clear. */
    private final Map<String, String> identities = new LinkedHashMap<>();

    private final List<String> said = new ArrayList<>();

    String word(String way) {
        return keep(words, Marker.next(), way);
    }

    String sentence(String way) {
        return "He said " + word(way) + " and I was afraid";
    }

    String name(String way) {
        return keep(identities, Marker.next(), way);
    }

    String email(String way) {
        return name(way) + "@example.test";
    }

    /** One of the numbers that are nobody's, found however it is written. */
    String number(String way) {
        // Those from 900 on are our own, and stand in the open.
        var last = "900%03d".formatted(RandomGenerator.getDefault().nextInt(900));
        keep(identities, "7700" + last, way);
        return "0" + keep(identities, "7700 " + last, way);
    }

    /** A code that a child was given. */
    String code(String code) {
        for (var separator : List.of(" ", "-", "+", "%20", "")) {
            keep(identities, code.replace(" ", separator), "return code");
        }
        return code;
    }

    /** An answer may lead nowhere and set nothing that says something. If it is a refusal, it repeats nothing. */
    Answer said(Answer answer) {
        said.add(answer.headers().map().toString());
        var typedIsOnThePageAgain =
                answer.status() == 400 && answer.header("Content-Type").startsWith("text/html");
        if (answer.status() >= 400 && !typedIsOnThePageAgain) {
            said.add(answer.body());
        }
        return answer;
    }

    /** @throws AssertionError if it was let through */
    void refused(Answer answer) {
        assertThat(said(answer).status()).isGreaterThanOrEqualTo(400);
    }

    void notIn(String where, String text) {
        assertThat(found(words, text)).as(where).isEmpty();
        noIdentityIn(where, text);
    }

    void noIdentityIn(String where, String text) {
        assertThat(found(identities, text)).as(where).isEmpty();
    }

    /** So that a search that finds nothing is known to be able to find something. */
    void somewhereIn(String where, String text) {
        assertThat(found(words, text)).as(where).isNotEmpty();
    }

    void notInWhatWasSaid() {
        said.forEach(answer -> notIn("an answer", answer));
    }

    private static List<String> found(Map<String, String> canaries, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return canaries.entrySet().stream()
                .filter(canary -> lower.contains(canary.getKey()) || lower.contains(hex(canary.getKey())))
                .map(canary -> canary.getKey() + " (" + canary.getValue() + ")")
                .toList();
    }

    private static String keep(Map<String, String> canaries, String canary, String way) {
        canaries.put(canary.toLowerCase(Locale.ROOT), way);
        return canary;
    }

    /** As PostgreSQL writes bytes. */
    private static String hex(String canary) {
        return HexFormat.of().formatHex(canary.getBytes(UTF_8));
    }
}
