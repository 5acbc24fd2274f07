package uk.helpathand.bench;

import java.util.Arrays;

/** How long things took, in nanoseconds. Of one thread, until {@link #and} puts them together. */
final class Latencies {

    private long[] values = new long[1024];
    private int count;

    void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
    }

    Latencies and(Latencies other) {
        var both = new Latencies();
        both.values = new long[count + other.count + 1];
        System.arraycopy(values, 0, both.values, 0, count);
        System.arraycopy(other.values, 0, both.values, count, other.count);
        both.count = count + other.count;
        return both;
    }

    int count() {
        return count;
    }

    /** In milliseconds: the value that this share of all do not exceed. */
    double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.max(0, Math.ceil(share * count) - 1)] / 1e6;
    }
}
