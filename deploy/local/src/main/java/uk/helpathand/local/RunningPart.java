package uk.helpathand.local;

/** What the stack does with each of its parts. */
interface RunningPart extends AutoCloseable {

    /** Returns when it is ready. */
    void start();

    /** In good order; may be started again. */
    void stop();

    boolean alive();

    /** As {@link #stop}, for good. */
    @Override
    void close();

    /** As {@code kill -9} does. */
    default void kill() {
        throw new IllegalArgumentException(getClass().getSimpleName() + " has no process of its own");
    }

    /** @param name of a signal, without SIG */
    default void signal(String name) {
        throw new IllegalArgumentException(getClass().getSimpleName() + " is not held still");
    }
}
