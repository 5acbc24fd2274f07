package uk.helpathand.casework.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The tray of enquiries that came in a flood. See docs/floods.md. */
@ConfigMapping(prefix = "helpathand.tray")
public interface TrayConfig {

    /** From which age on an enquiry of the tray counts as one that somebody should have looked at. */
    @WithDefault("24h")
    Duration lateAfter();
}
