package uk.helpathand.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Children who send the page {@code /ask}; its tokens are fetched before. */
final class Receiving {

    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]*)\"");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String WORDS = "They want to move me on Friday and nobody has asked me what I want. "
            + "I have been here for two years, my school is here and so are my friends. My social worker does not "
            + "answer. Please can somebody talk to them before it is too late. ";

    private final URI service;
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();

    Receiving(URI service) {
        this.service = service;
    }

    /** Forms as they stand on the page, so many more. */
    void fetchTokens(int many) {
        var left = new AtomicInteger(many);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var thread = new Thread(() -> {
                try (var wire = new Wire(service)) {
                    while (left.getAndDecrement() > 0) {
                        tokens.add(token(wire));
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        threads.forEach(Receiving::join);
    }

    private static String token(Wire wire) throws IOException {
        var page = wire.send(Requests.get("/ask", Map.of()));
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new IOException("no form on /ask");
        }
        return token.group(1);
    }

    /** The next child's; null when no token is left. */
    byte[] next() {
        return next(WORDS + ThreadLocalRandom.current().nextInt(), "yes");
    }

    byte[] next(String words, String safe) {
        String token = tokens.poll();
        return token == null
                ? null
                : Requests.post(
                        "/ask",
                        Map.of("Sec-Fetch-Site", "same-origin", "Cookie", "__Host-hh=" + browser()),
                        form(token, words, safe));
    }

    private static String form(String token, String words, String safe) {
        return String.join(
                "&", List.of("formToken=" + encoded(token), "happening=" + encoded(words), "safe=" + encoded(safe)));
    }

    private static String browser() {
        var random = ThreadLocalRandom.current();
        var cookie = new StringBuilder(32);
        for (int i = 0; i < 32; i++) {
            cookie.append(ALPHABET.charAt(random.nextInt(64)));
        }
        return cookie.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static void join(Thread thread) {
        try {
            thread.join(Duration.ofMinutes(5).toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
