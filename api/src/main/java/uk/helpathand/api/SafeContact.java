package uk.helpathand.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * How, when and with which words we may answer: enforced, not noted.
 *
 * @param version rises with every change by the side that made it; an older one changes nothing
 * @param replyBy what the child chose
 * @param number as the child wrote it; may be absent
 * @param email as the child wrote it; may be absent
 * @param safeTimes empty means the child did not say
 * @param safeNote the child's own words about contact; shown to staff, never interpreted
 */
public record SafeContact(
        long version,
        @NotNull ReplyBy replyBy,
        @Size(max = 200) String number,
        NumberIs numberIs,
        @Size(max = 500) String email,
        @NotNull List<@NotNull SafeTime> safeTimes,
        @Size(max = 20_000) String safeNote) {}
