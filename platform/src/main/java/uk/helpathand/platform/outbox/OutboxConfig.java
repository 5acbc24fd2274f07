package uk.helpathand.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "helpathand.outbox")
public interface OutboxConfig {

    /** Off only in tests that look at the rows themselves. */
    @WithDefault("true")
    boolean relay();

    /** How long the relay sleeps when nobody wakes it. */
    @WithDefault("500ms")
    Duration poll();

    /** How long a claimed row stays with its claimer; longer than any handler takes. */
    @WithDefault("30s")
    Duration lease();

    /** Rows handled at once by one replica. */
    @WithDefault("4")
    int workers();
}
