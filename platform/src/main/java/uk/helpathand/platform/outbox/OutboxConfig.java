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

    /**
     * How long a claimed row stays with its claimer; what a killed replica had claimed waits that long. Longer than a handler
     * and its settling take: the longest waits 20 s for a mail server; the others 7 s for the other service, and 15 s for a
     * database that has gone silent. Where a handler is longer still, its effect happens twice: receivers take that as once,
     * also after later rows of the stream, and only a mail would come twice. So 15 s would not do.
     */
    @WithDefault("30s")
    Duration lease();

    /** Rows handled at once by one replica. */
    @WithDefault("4")
    int workers();
}
