package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When it is safe to contact. */
public enum SafeTime implements WireName {
    @JsonProperty("weekday-day")
    WEEKDAY_DAY,

    @JsonProperty("weekday-evening")
    WEEKDAY_EVENING,

    @JsonProperty("weekend-day")
    WEEKEND_DAY,

    @JsonProperty("weekend-evening")
    WEEKEND_EVENING;

    public static SafeTime fromString(String wire) {
        return WireName.parse(SafeTime.class, wire);
    }
}
