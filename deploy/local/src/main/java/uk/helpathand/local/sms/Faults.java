package uk.helpathand.local.sms;

/**
 * What goes wrong at one service number until it is set otherwise. Also the body of {@code POST /simulator/faults}, where
 * what is left out is as in {@link #NONE}.
 *
 * @param copies how often each callback is posted, all at once; 1 when nothing is wrong
 * @param reordered every second callback overtakes the one before it
 * @param delayMillis how late each callback is
 * @param callbacksOff no callback at all: texts stand in the provider's list only, as after a long outage
 * @param statusBackwards states arrive the last first, then one that nobody has heard of
 * @param token which of the number's tokens proves a callback, from 0; one beyond the last is a wrong token
 * @param sends what goes wrong with sends
 * @param sendsHit with how many sends, from now; 0 for all
 * @param retryAfterSeconds what a 429 says
 * @param apiDown the provider's API answers 503 to everything
 */
public record Faults(
        int copies,
        boolean reordered,
        int delayMillis,
        boolean callbacksOff,
        boolean statusBackwards,
        int token,
        SendFault sends,
        int sendsHit,
        int retryAfterSeconds,
        boolean apiDown) {

    private static final int MOST_COPIES = 100;

    public static final Faults NONE = new Faults(1, false, 0, false, false, 0, SendFault.NONE, 0, 1, false);

    public Faults {
        copies = Math.min(Math.max(copies, 1), MOST_COPIES);
        sends = sends == null ? SendFault.NONE : sends;
        if (delayMillis < 0 || token < 0 || sendsHit < 0 || retryAfterSeconds < 0) {
            throw new IllegalArgumentException("No figure may be below 0");
        }
    }

    public Faults withCopies(int number) {
        return new Faults(
                number,
                reordered,
                delayMillis,
                callbacksOff,
                statusBackwards,
                token,
                sends,
                sendsHit,
                retryAfterSeconds,
                apiDown);
    }

    public Faults withReordered() {
        return new Faults(
                copies,
                true,
                delayMillis,
                callbacksOff,
                statusBackwards,
                token,
                sends,
                sendsHit,
                retryAfterSeconds,
                apiDown);
    }

    public Faults withDelayMillis(int millis) {
        return new Faults(
                copies,
                reordered,
                millis,
                callbacksOff,
                statusBackwards,
                token,
                sends,
                sendsHit,
                retryAfterSeconds,
                apiDown);
    }

    public Faults withCallbacksOff() {
        return new Faults(
                copies,
                reordered,
                delayMillis,
                true,
                statusBackwards,
                token,
                sends,
                sendsHit,
                retryAfterSeconds,
                apiDown);
    }

    public Faults withStatusBackwards() {
        return new Faults(
                copies, reordered, delayMillis, callbacksOff, true, token, sends, sendsHit, retryAfterSeconds, apiDown);
    }

    public Faults withToken(int index) {
        return new Faults(
                copies,
                reordered,
                delayMillis,
                callbacksOff,
                statusBackwards,
                index,
                sends,
                sendsHit,
                retryAfterSeconds,
                apiDown);
    }

    /** @param hit with how many sends, from now; 0 for all */
    public Faults withSends(SendFault fault, int hit) {
        return new Faults(
                copies,
                reordered,
                delayMillis,
                callbacksOff,
                statusBackwards,
                token,
                fault,
                hit,
                retryAfterSeconds,
                apiDown);
    }

    public Faults withRetryAfterSeconds(int seconds) {
        return new Faults(
                copies,
                reordered,
                delayMillis,
                callbacksOff,
                statusBackwards,
                token,
                sends,
                sendsHit,
                seconds,
                apiDown);
    }

    public Faults withApiDown() {
        return new Faults(
                copies,
                reordered,
                delayMillis,
                callbacksOff,
                statusBackwards,
                token,
                sends,
                sendsHit,
                retryAfterSeconds,
                true);
    }
}
