package uk.helpathand.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** The one clock. Microseconds, because that is what timestamptz keeps: an instant must equal itself after a round trip. */
@ApplicationScoped
public class Clocks {

    /** Where the team works; everything a person reads is shown in this zone. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
