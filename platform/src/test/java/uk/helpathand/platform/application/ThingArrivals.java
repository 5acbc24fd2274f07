package uk.helpathand.platform.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import uk.helpathand.platform.health.Arrivals;

/** Comes as often as a test says. */
@ApplicationScoped
public class ThingArrivals implements Arrivals {

    private volatile List<Instant> newestFirst = List.of();

    public void are(List<Instant> received) {
        newestFirst = received;
    }

    @Override
    public List<Instant> latest(int most) {
        return newestFirst;
    }
}
