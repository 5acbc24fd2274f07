package uk.helpathand.local;

import java.util.Arrays;
import java.util.List;

/**
 * What was asked for on the command line; {@code deploy/up --help} explains it.
 *
 * @param fresh empty the data first
 * @param demo send the made-up enquiries
 */
record Options(boolean fresh, boolean demo) {

    private static final String FRESH = "--fresh";
    private static final String DEMO = "--demo";

    /** @throws Trouble naming the first argument that is not known */
    static Options parse(String... arguments) {
        var given = List.of(arguments);
        Arrays.stream(arguments)
                .filter(argument -> !argument.equals(FRESH) && !argument.equals(DEMO))
                .findFirst()
                .ifPresent(argument -> {
                    throw Trouble.notReady("Unknown argument " + argument + ". See deploy/up --help.");
                });
        return new Options(given.contains(FRESH), given.contains(DEMO));
    }
}
