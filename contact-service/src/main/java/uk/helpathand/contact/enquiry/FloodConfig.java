package uk.helpathand.contact.enquiry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From which number of new enquiries within ten minutes on they count as a flood. See docs/floods.md. */
@ConfigMapping(prefix = "helpathand.floods")
public interface FloodConfig {

    /** From one network: well above a children's home, a ward or a school in which everybody writes. */
    @WithDefault("60")
    int fromOneNetwork();

    /** With the same words, wherever they come from: well above brothers and sisters who write together. */
    @WithDefault("10")
    int sameWords();

    /** Altogether, at this replica: far beyond the busiest ten minutes that the team knows. */
    @WithDefault("600")
    int altogether();
}
