package uk.helpathand.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * That a message is one part of a text which came in several. Parts may come late, in any order, or never.
 *
 * @param group names the whole text
 * @param number which part, from 1
 * @param of how many parts there are
 */
public record MessagePart(
        @NotNull UUID group,
        @Min(1) @Max(99) int number,
        @Min(2) @Max(99) int of) {}
