package uk.helpathand.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What was asked for on the command line; {@code deploy/bench/run --help} explains it.
 *
 * @param quick two minutes instead of twenty-five: to see that it works, not to quote from
 * @param parts letters of the parts to measure, as in docs/performance.md
 * @param profile with Java Flight Recorder at work in the services, which costs a little
 */
record Options(boolean quick, String parts, boolean profile) {

    static final String ALL = "abcdefghij";

    private static final String QUICK = "--quick";
    private static final String PROFILE = "--profile";
    private static final String ONLY = "--only=";

    static Options parse(String... arguments) {
        List<String> given = List.of(arguments);
        String parts = given.stream()
                .filter(argument -> argument.startsWith(ONLY))
                .map(argument -> argument.substring(ONLY.length()))
                .findFirst()
                .orElse(ALL);
        boolean known = Arrays.stream(arguments)
                .allMatch(argument ->
                        List.of(QUICK, PROFILE).contains(argument) || argument.matches(ONLY + "[" + ALL + "]+"));
        if (!known) {
            throw new IllegalArgumentException("Unknown argument. See deploy/bench/run --help.");
        }
        return new Options(given.contains(QUICK), parts, given.contains(PROFILE));
    }

    boolean has(char part) {
        return parts.indexOf(part) >= 0;
    }

    Duration warmUp() {
        return Duration.ofSeconds(quick ? 2 : 8);
    }

    Duration measured() {
        return Duration.ofSeconds(quick ? 3 : 15);
    }

    int enquiries() {
        return quick ? 20_000 : 200_000;
    }

    int fewest() {
        return quick ? 5_000 : 10_000;
    }

    int most() {
        return quick ? 50_000 : 1_000_000;
    }

    int open() {
        return quick ? 500 : 2_000;
    }

    int trials() {
        return quick ? 10 : 100;
    }

    /** Of each of two that are compared. */
    int interleaved() {
        return quick ? 200 : 2_000;
    }

    int burst() {
        return quick ? 500 : 5_000;
    }
}
