package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * An adviser has made sure who asks: a new return code is to be made.
 *
 * @param requestedAt what was asked for later is not undone by it
 */
public record CodeReissueHandover(@NotNull Instant requestedAt) {

    /** The new code, to be read out and kept nowhere. */
    public record Code(String returnCode) {

        /** The code opens a thread: it never enters a log. */
        @Override
        public String toString() {
            return "Code[...]";
        }
    }
}
