package uk.helpathand.platform.problem;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure as classes and code places, without its messages. */
final class Places {

    private static final int FRAMES = 12;
    private static final int CAUSES = 10;

    private Places() {}

    static String of(Throwable failure) {
        return causes(failure)
                .map(cause -> cause.getClass().getName() + " at " + frames(cause))
                .collect(Collectors.joining(" caused by "));
    }

    /** The failure and its causes, not for ever: they may go round in a circle. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(CAUSES);
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" < "));
    }
}
