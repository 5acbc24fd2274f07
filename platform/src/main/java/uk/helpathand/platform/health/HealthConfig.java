package uk.helpathand.platform.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From when on a service says that it is not well. See docs/operations.md. */
@ConfigMapping(prefix = "helpathand.health")
public interface HealthConfig {

    /** How old a remote effect that is still owed may be. */
    @WithDefault("5m")
    Duration outboxAge();

    /** How many parked effects a person may leave lying. */
    @WithDefault("0")
    int parked();

    /** How long another program may fail to answer. */
    @WithDefault("2m")
    Duration gatewayFailing();

    /** Silence shorter than this is never too long. */
    @WithDefault("24h")
    Duration silenceAtLeast();

    /** Silence is too long when it is so many times the longest pause between enquiries of late. */
    @WithDefault("3")
    int silenceTimes();

    /** With fewer enquiries than this nobody can say what is usual. */
    @WithDefault("20")
    int silenceKnownFrom();

    /** How old the newest anchor of the audit may be. */
    @WithDefault("1m")
    Duration anchorAge();

    /** How many months of the audit must lie ahead. */
    @WithDefault("3")
    int auditMonths();
}
