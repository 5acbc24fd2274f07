package uk.helpathand.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** So many callers who send their next request as soon as the last one is answered. */
final class Load {

    private final URI service;
    private final Processors processors;

    Load(URI service, Processors processors) {
        this.service = service;
        this.processors = processors;
    }

    /**
     * What came of it.
     *
     * @param shares of all processors, in per cent
     */
    record Result(int callers, double seconds, int errors, Latencies latencies, Map<String, Long> shares) {

        double perSecond() {
            return latencies.count() / seconds;
        }
    }

    private record Part(Latencies latencies, int errors) {}

    /** @param requests the next one; null when there is no more, which ends the run */
    Result run(int callers, Duration length, int expected, Supplier<byte[]> requests) {
        var threads = Executors.newFixedThreadPool(callers);
        try {
            Map<String, Double> before = processors.now();
            long start = System.nanoTime();
            List<Future<Part>> parts = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                parts.add(threads.submit(() -> call(start + length.toNanos(), expected, requests)));
            }
            var latencies = new Latencies();
            int errors = 0;
            for (Future<Part> part : parts) {
                latencies = latencies.and(part.get().latencies());
                errors += part.get().errors();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(
                    callers, seconds, errors, latencies, Processors.shares(before, processors.now(), seconds));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private Part call(long end, int expected, Supplier<byte[]> requests) {
        var latencies = new Latencies();
        int errors = 0;
        try (var wire = new Wire(service)) {
            byte[] request = requests.get();
            while (request != null && System.nanoTime() < end) {
                long sent = System.nanoTime();
                if (isAnswered(wire, request, expected)) {
                    latencies.add(System.nanoTime() - sent);
                } else {
                    errors++;
                }
                request = requests.get();
            }
        }
        return new Part(latencies, errors);
    }

    private static boolean isAnswered(Wire wire, byte[] request, int expected) {
        try {
            return wire.send(request).status() == expected;
        } catch (IOException e) {
            return false;
        }
    }
}
