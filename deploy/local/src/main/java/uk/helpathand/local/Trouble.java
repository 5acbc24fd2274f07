package uk.helpathand.local;

/** Something the person at the keyboard has to know: its message is shown as it stands, without a stack trace. */
public final class Trouble extends RuntimeException {

    /** The machine is not ready, or the command was not understood: nothing was started. */
    static final int NOT_READY = 2;

    /** A part did not start. */
    static final int FAILED = 1;

    private final int exitCode;

    private Trouble(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static Trouble notReady(String message) {
        return new Trouble(NOT_READY, message, null);
    }

    static Trouble failed(String message) {
        return new Trouble(FAILED, message, null);
    }

    static Trouble failed(String message, Throwable cause) {
        return new Trouble(FAILED, message, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
