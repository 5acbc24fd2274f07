package uk.helpathand.platform.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient we are with whoever calls. */
@ConfigMapping(prefix = "helpathand.web")
public interface WebConfig {

    /** In which a body must have come whole: 20 kB take four seconds on the worst network, the largest form a minute. */
    @WithDefault("2m")
    Duration bodyWithin();

    /** Of all bodies together that are on their way and longer than {@link Bodies#SMALL}: beyond it, 503 to such ones. */
    @WithDefault("64M")
    MemorySize bodyRoom();
}
