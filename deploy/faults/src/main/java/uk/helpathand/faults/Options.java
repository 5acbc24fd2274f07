package uk.helpathand.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was asked for on the command line; {@code deploy/faults/run --help} explains it.
 *
 * @param faultsPerCheck one after the other under one load, before what was written is checked
 * @param many kinds with many variants more often than the others
 * @param after so many of the plan are left out: they were done in another run
 * @param hurried the next fault as soon as a child is served again, and not once everything has gone through
 */
record Options(
        int trials,
        long seed,
        int after,
        List<Kind> kinds,
        Lengths lengths,
        int faultsPerCheck,
        boolean many,
        boolean hurried) {

    /** @throws IllegalArgumentException naming what is not understood */
    static Options parse(String... arguments) {
        var trials = Kind.values().length;
        var seed = System.nanoTime();
        var after = 0;
        var kinds = List.of(Kind.values());
        var lengths = Lengths.FULL;
        var faultsPerCheck = 1;
        var many = false;
        var hurried = false;
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--trials" -> trials = Math.toIntExact(number(arguments, ++i));
                case "--seed" -> seed = number(arguments, ++i);
                case "--after" -> after = Math.toIntExact(number(arguments, ++i));
                case "--kinds" -> kinds = kinds(value(arguments, ++i));
                case "--brief" -> lengths = Lengths.BRIEF;
                case "--short" -> lengths = Lengths.SHORT;
                case "--faults-per-check" -> faultsPerCheck = Math.toIntExact(number(arguments, ++i));
                case "--many" -> many = true;
                case "--hurried" -> hurried = true;
                default -> throw new IllegalArgumentException("Unknown argument " + arguments[i]);
            }
        }
        if (trials < 1) {
            throw new IllegalArgumentException("At least one trial");
        }
        if (after < 0) {
            throw new IllegalArgumentException("After none or some");
        }
        if (faultsPerCheck < 1) {
            throw new IllegalArgumentException("At least one fault before each check");
        }
        return new Options(trials, seed, after, kinds, lengths, faultsPerCheck, many, hurried);
    }

    /** Which faults, of these kinds, are done. */
    List<Fault> plan(List<Kind> available) {
        return Plan.of(seed, after + trials, available, many).subList(after, after + trials);
    }

    /** For the head of the output: enough to do the same again. */
    String words() {
        return "--trials %d --seed %d%s%s --faults-per-check %d%s%s%s%s"
                .formatted(
                        trials,
                        seed,
                        after == 0 ? "" : " --after " + after,
                        kinds.equals(List.of(Kind.values()))
                                ? ""
                                : " --kinds " + kinds.stream().map(Kind::option).collect(Collectors.joining(",")),
                        faultsPerCheck,
                        lengths.equals(Lengths.BRIEF) ? " --brief" : "",
                        lengths.equals(Lengths.SHORT) ? " --short" : "",
                        many ? " --many" : "",
                        hurried ? " --hurried" : "");
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
