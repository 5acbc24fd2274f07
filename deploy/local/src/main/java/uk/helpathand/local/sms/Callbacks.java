package uk.helpathand.local.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Posts callbacks, tries again as the providers do, and does to them what the faults in force say. */
final class Callbacks {

    private static final int KEPT = 10_000;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final FaultTable faults;
    private final Timing timing;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Deque<CallbackAttempt> attempts = new ArrayDeque<>();
    private final Map<String, Supplier<CompletableFuture<Void>>> heldBack = new HashMap<>();
    private volatile URI base;

    Callbacks(FaultTable faults, Timing timing, Clock clock, ScheduledExecutorService timer) {
        this.faults = faults;
        this.timing = timing;
        this.clock = clock;
        this.timer = timer;
    }

    /** @param base in place of scheme, host and port of every URL; null to call them as they are */
    void callTo(URI base) {
        this.base = base;
    }

    /** One after the other, as far as the first try of each goes: later tries are when they are. */
    void post(List<Call> calls) {
        if (calls.isEmpty()) {
            return;
        }
        var service = calls.get(0).service();
        var now = faults.of(service);
        if (now.callbacksOff()) {
            calls.forEach(call -> note(call, 0, 0, "callbacks are off"));
            return;
        }
        Supplier<CompletableFuture<Void>> run = () -> inOrder(calls, now.copies());
        Runnable start = now.reordered() ? () -> overtake(service.number(), run) : run::get;
        timer.schedule(start, now.delayMillis(), TimeUnit.MILLISECONDS);
    }

    /** In the order in which they ended. */
    List<CallbackAttempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    private void overtake(String number, Supplier<CompletableFuture<Void>> run) {
        Supplier<CompletableFuture<Void>> earlier;
        synchronized (heldBack) {
            earlier = heldBack.remove(number);
            if (earlier == null) {
                heldBack.put(number, run);
            }
        }
        if (earlier == null) {
            timer.schedule(() -> release(number, run), timing.heldBack().toMillis(), TimeUnit.MILLISECONDS);
        } else {
            run.get().thenCompose(done -> earlier.get());
        }
    }

    /** Nothing came after it. */
    private void release(String number, Supplier<CompletableFuture<Void>> run) {
        boolean held;
        synchronized (heldBack) {
            held = heldBack.remove(number, run);
        }
        if (held) {
            run.get();
        }
    }

    private CompletableFuture<Void> inOrder(List<Call> calls, int copies) {
        var done = CompletableFuture.<Void>completedFuture(null);
        for (var call : calls) {
            done = done.thenCompose(before -> CompletableFuture.allOf(
                    Stream.generate(() -> attempt(call, 1)).limit(copies).toArray(CompletableFuture<?>[]::new)));
        }
        return done;
    }

    private CompletableFuture<Void> attempt(Call call, int tries) {
        return send(call).handle((answer, failure) -> {
            settle(call, tries, answer, failure);
            return null;
        });
    }

    private CompletableFuture<HttpResponse<String>> send(Call call) {
        try {
            var request = HttpRequest.newBuilder(target(call.url()))
                    .timeout(call.within())
                    .POST(BodyPublishers.ofByteArray(call.body()));
            call.headers().forEach(request::header);
            return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void settle(Call call, int tries, HttpResponse<String> answer, Throwable failure) {
        if (answer != null) {
            note(call, tries, answer.statusCode(), outcome(call, answer));
            retry(call, tries, answer.statusCode(), true);
        } else {
            var cause = failure instanceof CompletionException ? failure.getCause() : failure;
            var connected = !(cause instanceof ConnectException) && !(cause instanceof HttpConnectTimeoutException);
            note(call, tries, 0, cause.getClass().getSimpleName());
            retry(call, tries, 0, connected);
        }
    }

    private void retry(Call call, int tries, int status, boolean connected) {
        call.retry()
                .after(tries, status, connected)
                .ifPresent(
                        wait -> timer.schedule(() -> attempt(call, tries + 1), wait.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static String outcome(Call call, HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            return "refused";
        }
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (call.wantsXml() && !type.matches("(?i)(text|application)/xml\\b.*")) {
            return "taken, but the answer is not TwiML (12300)";
        }
        if (call.wantsXml() && answer.body().contains("<Message")) {
            return "taken, and a reply that this simulator does not send";
        }
        return "taken";
    }

    private void note(Call call, int tries, int status, String outcome) {
        var attempt = new CallbackAttempt(
                clock.instant(), call.service().number(), call.textId(), call.kind(), tries, status, outcome);
        synchronized (attempts) {
            attempts.addLast(attempt);
            if (attempts.size() > KEPT) {
                attempts.removeFirst();
            }
        }
    }

    /** @throws IOException when it would leave this machine: the simulator's children never do */
    private URI target(URI url) throws IOException {
        var start = base == null ? url.getScheme() + "://" + url.getRawAuthority() : base.toString();
        var query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        var target = URI.create(start.replaceFirst("/$", "") + url.getRawPath() + query);
        if (!InetAddress.getByName(target.getHost()).isLoopbackAddress()) {
            throw new IOException("not on this machine");
        }
        return target;
    }
}
