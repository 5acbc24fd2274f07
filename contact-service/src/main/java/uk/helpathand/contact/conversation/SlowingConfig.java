package uk.helpathand.contact.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From which number of wrong return codes on look-ups become slow. */
@ConfigMapping(prefix = "helpathand.slowing")
public interface SlowingConfig {

    /** Wrong codes from one network within ten minutes for which nobody waits. A helpline for large homes may raise it. */
    @WithDefault("10")
    int budget();
}
