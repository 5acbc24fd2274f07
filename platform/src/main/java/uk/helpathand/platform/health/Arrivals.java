package uk.helpathand.platform.health;

import java.time.Instant;
import java.util.List;

/** When enquiries were received: the feature that has them tells. */
public interface Arrivals {

    /** The newest first. */
    List<Instant> latest(int most);
}
