package uk.helpathand.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was asked for on the command line; {@code deploy/faults/run --help} explains it.
 *
 * @param brief down for 10 seconds where a long run takes a minute and more
 */
record Options(int trials, long seed, List<Kind> kinds, boolean brief) {

    /** @throws IllegalArgumentException naming what is not understood */
    static Options parse(String... arguments) {
        var trials = Kind.values().length;
        var seed = System.nanoTime();
        var kinds = List.of(Kind.values());
        var brief = false;
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--trials" -> trials = Math.toIntExact(number(arguments, ++i));
                case "--seed" -> seed = number(arguments, ++i);
                case "--kinds" -> kinds = kinds(value(arguments, ++i));
                case "--brief" -> brief = true;
                default -> throw new IllegalArgumentException("Unknown argument " + arguments[i]);
            }
        }
        if (trials < 1) {
            throw new IllegalArgumentException("At least one trial");
        }
        return new Options(trials, seed, kinds, brief);
    }

    private static List<Kind> kinds(String list) {
        var kinds = new ArrayList<Kind>();
        for (var name : list.split(",")) {
            kinds.add(Kind.ofOption(name.strip())
                    .orElseThrow(() -> new IllegalArgumentException("Unknown kind %s; there are: %s"
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            Arrays.stream(Kind.values())
                                                    .map(Kind::option)
                                                    .toList())))));
        }
        return List.copyOf(kinds);
    }

    private static long number(String[] arguments, int at) {
        var value = value(arguments, at);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s needs a number, not %s".formatted(arguments[at - 1], value));
        }
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
        }
        return arguments[at];
    }
}
