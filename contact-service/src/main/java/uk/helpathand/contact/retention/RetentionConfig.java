package uk.helpathand.contact.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long this service keeps what case-service has. */
@ConfigMapping(prefix = "helpathand.retention")
public interface RetentionConfig {

    /** Since when nobody may have written. Not shorter than what texts of one number are joined within. */
    @WithDefault("90d")
    Duration quietAfter();

    /** How often it is looked; {@code off} for never, in tests only. */
    @WithDefault("1h")
    String every();
}
