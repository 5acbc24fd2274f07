package uk.helpathand.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Children and advisers at their own pace, whether or not they are answered in time. */
final class Steady {

    private static final int THREADS = 4;
    private static final int FORMS_FOR_SECONDS = 240;

    /** Of what was to be done, at least. */
    private static final double KEPT = 0.9;

    private final Whole whole;
    private final int enquiriesASecond;
    private final int pagesASecond;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger enquiries = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();
    private volatile boolean running = true;
    private volatile Map<String, String> adviser;
    private long begun;

    Steady(Whole whole, int enquiriesASecond, int pagesASecond) {
        this.whole = whole;
        this.enquiriesASecond = enquiriesASecond;
        this.pagesASecond = pagesASecond;
    }

    void start() {
        var children = new Receiving(whole.stack.contactUrl());
        children.fetchTokens(enquiriesASecond * FORMS_FOR_SECONDS);
        adviser = Requests.bearer(whole.adviser());
        begun = System.nanoTime();
        for (int i = 0; i < THREADS; i++) {
            run(whole.stack.contactUrl(), enquiriesASecond, 303, enquiries, children::next);
            run(whole.stack.caseUrl(), pagesASecond, 200, pages, () -> Requests.get("/v1/enquiries", adviser));
        }
        var renewal = new Thread(this::renew);
        renewal.setDaemon(true);
        renewal.start();
    }

    /**
     * What was really done.
     *
     * @param isKept whether that is what was to be done
     */
    record Pace(double enquiries, double pages, boolean isKept) {

        String words() {
            return String.format(
                    Locale.ROOT, "%.0f enquiries and %.0f pages of the queue a second beside it", enquiries, pages);
        }
    }

    Pace stop() {
        running = false;
        threads.forEach(Receiving::join);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double enquiriesDone = enquiries.get() / seconds;
        double pagesDone = pages.get() / seconds;
        return new Pace(
                enquiriesDone, pagesDone, enquiriesDone >= KEPT * enquiriesASecond && pagesDone >= KEPT * pagesASecond);
    }

    private void run(
            java.net.URI service, int aSecond, int expected, AtomicInteger counter, Supplier<byte[]> requests) {
        long every = 1_000_000_000L * THREADS / aSecond;
        var thread = new Thread(() -> {
            try (var wire = new Wire(service)) {
                long next = System.nanoTime();
                byte[] request = requests.get();
                while (running && request != null) {
                    if (wire.send(request).status() == expected) {
                        counter.incrementAndGet();
                    }
                    next += every;
                    Bench.pause(Math.max(0, (next - System.nanoTime()) / 1_000_000));
                    request = requests.get();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        threads.add(thread);
        thread.start();
    }

    /** A token lives two minutes. */
    private void renew() {
        while (running) {
            Bench.pause(60_000);
            adviser = Requests.bearer(whole.adviser());
        }
    }
}
