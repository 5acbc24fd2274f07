package uk.helpathand.platform.health;

import java.time.Instant;
import java.util.List;

/** When enquiries were received: the feature that has them tells. */
public interface Arrivals {

    /** What arrives, as the metrics call it. */
    default String of() {
        return "enquiries";
    }

    /** The newest first. */
    List<Instant> latest(int most);
}
