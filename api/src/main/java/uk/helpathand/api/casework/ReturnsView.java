package uk.helpathand.api.casework;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many conversations were come back to, of those that began on the days asked for. */
@Schema(description = "Of the conversations that began from the first to the last day, both in Europe/London")
public record ReturnsView(
        LocalDate from,
        LocalDate to,

        @Schema(
                description =
                        "Conversations whose enquiry was received on these days. One enquiry is one conversation; those still in the tray of floods do not count; absent when it is fewer than 10")
        Long begun,

        @Schema(
                description =
                        "Those of them whose thread was opened with a return code at least once, on any day since; the page that shows the code does not count; absent when it would tell of fewer than 10")
        Long returned,

        @Schema(description = "returned divided by begun, from 0 to 1, to three places; absent as that is")
        Double rate,

        @Schema(
                description =
                        "A quarter of those who returned did so within as many minutes after their enquiry was received; interpolated. Absent when it would tell of fewer than 10")
        Long firstQuarterMinutes,

        @Schema(description = "The same for half of them; absent as that is")
        Long medianMinutes,

        @Schema(description = "The same for three quarters of them; absent as that is")
        Long thirdQuarterMinutes,

        @Schema(description = "Something is left out, because it would tell of fewer than 10")
        boolean suppressed) {}
