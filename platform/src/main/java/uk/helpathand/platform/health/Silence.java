package uk.helpathand.platform.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long nobody has written, beside how long that may be.
 *
 * @param last when the last enquiry was received; empty before the first
 * @param allowed empty where too few have come to say what is usual
 */
record Silence(Optional<Instant> last, Optional<Duration> allowed) {

    /** @param arrivals the newest first */
    static Silence after(List<Instant> arrivals, HealthConfig config) {
        Optional<Instant> last = arrivals.stream().findFirst();
        if (arrivals.size() < Math.max(2, config.silenceKnownFrom())) {
            return new Silence(last, Optional.empty());
        }
        Duration far = longestPause(arrivals).multipliedBy(config.silenceTimes());
        return new Silence(
                last, Optional.of(far.compareTo(config.silenceAtLeast()) > 0 ? far : config.silenceAtLeast()));
    }

    private static Duration longestPause(List<Instant> arrivals) {
        return IntStream.range(1, arrivals.size())
                .mapToObj(i -> Duration.between(arrivals.get(i), arrivals.get(i - 1)))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    Optional<Duration> length(Instant now) {
        return last.map(at -> Duration.between(at, now));
    }

    boolean isTooLong(Instant now) {
        return allowed.isPresent() && length(now).orElseThrow().compareTo(allowed.get()) > 0;
    }
}
