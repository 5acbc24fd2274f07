package uk.helpathand.contact.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Makes guessing return codes slow without locking anybody out. In memory only: failures are counted by network for ten
 * minutes, so no address is kept. Within the budget nobody waits; beyond it a look-up, right or wrong, waits longer and
 * longer, five seconds at most. Sending is never slowed.
 */
@ApplicationScoped
public class Slowing {

    private static final Duration STEP = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final RecentCounts failures = new RecentCounts();
    private final CountingKeys keys;
    private final SlowingConfig config;

    @Inject
    public Slowing(CountingKeys keys, SlowingConfig config) {
        this.keys = keys;
        this.config = config;
    }

    public Duration waitBefore(String address) {
        int over = failures.of(keys.ofNetwork(address)) - config.budget();
        if (over <= 0) {
            return Duration.ZERO;
        }
        Duration wait = STEP.multipliedBy(over);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    public void failed(String address) {
        failures.add(keys.ofNetwork(address));
    }
}
