package uk.helpathand.casework.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How well the staff directory is known. See docs/access.md and decision 0020. */
@ConfigMapping(prefix = "helpathand.staff")
public interface StaffConfig {

    /** How often it is read: so long, and a call's time, may somebody who left go on. */
    Duration poll();

    /** How old what was read may be before it counts for nothing; no longer than a token lives. */
    @WithDefault("120s")
    Duration life();

    /** How soon it is read again before its time, for somebody whose token says more than is known. */
    @WithDefault("1s")
    Duration askAgain();

    /** The directory's own address of the realm, when it is not beside the address that stands in tokens. */
    Optional<URI> directoryUrl();
}
