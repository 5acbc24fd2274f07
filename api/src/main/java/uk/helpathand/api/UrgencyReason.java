package uk.helpathand.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Why the urgency is what it is. Every reason is kept, none is overwritten.
 *
 * @param code {@code said-not-safe}, {@code said-not-sure-safe}, {@code event-within-24-hours}, {@code dated-event}, {@code
 *     liberty-no-authority}, {@code unregistered-setting}, {@code texts-stopped} (perhaps somebody else holds the phone now),
 *     {@code needs-reading} (no machine could: look at the bytes), {@code screening-failed} (the program that looks for danger did
 *     not work); of the words themselves {@code dated-event-today} and those that begin with {@code danger-} or {@code high-}, as
 *     {@code danger-medical}. There will be others: show an unknown code as text
 * @param at when the reason arose
 */
public record UrgencyReason(
        @NotNull @Size(max = 60) String code, @NotNull Instant at) {

    public static final String SAID_NOT_SAFE = "said-not-safe";
    public static final String SAID_NOT_SURE_SAFE = "said-not-sure-safe";

    /** An adult told of something that happens within 24 hours. */
    public static final String EVENT_WITHIN_24_HOURS = "event-within-24-hours";

    /** An adult told of something that happens within seven days. */
    public static final String DATED_EVENT = "dated-event";

    /** A child's liberty is restricted and the adult knows of no order in force. */
    public static final String LIBERTY_NO_AUTHORITY = "liberty-no-authority";

    /** The number asked for no more texts, in one word: perhaps somebody else holds the phone. */
    public static final String TEXTS_STOPPED = "texts-stopped";

    /** What came could not be read by a machine: a person must read the bytes. */
    public static final String NEEDS_READING = "needs-reading";

    /** A child is kept in a place that is not registered. */
    public static final String UNREGISTERED_SETTING = "unregistered-setting";
}
