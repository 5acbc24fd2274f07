package uk.helpathand.faults;

import java.time.Duration;

/**
 * What became of one fault.
 *
 * @param unknown sent without an answer that says it is taken
 * @param verdict of the check after it; clean where another fault of the round came after it
 * @param recovery from the end of the fault until a child's new message is taken and, unless hurried, that and all that was
 *     acknowledged is on both sides; null when that did not come about in time
 */
record Trial(Fault fault, long acknowledged, long unknown, Verdict verdict, Duration recovery) {

    boolean good() {
        return verdict.clean() && recovery != null;
    }
}
