package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How to make sure on the phone that somebody is the one who wrote. It names questions and never holds an answer.
 *
 * @param questions those that the record of this conversation can answer
 * @param leastMatched so many must be answered right
 * @param leastOwnWords so many of the right ones must be of those only the writer knows
 * @param mostWrong with more wrong answers than this nobody passes, however many were right
 * @param failedAttempts how often too few were right, in the last 30 days; not counted further than 10
 * @param lastFailedAt when it last was so; absent if never in the last 30 days
 */
public record VerificationView(
        UUID conversationId,
        List<Question> questions,
        int leastMatched,
        int leastOwnWords,
        int mostWrong,
        int failedAttempts,
        Instant lastFailedAt) {

    /**
     * One thing to ask.
     *
     * @param ownWords only who wrote or read the messages knows the answer
     */
    public record Question(VerificationQuestion question, boolean ownWords) {}
}
