package uk.helpathand.local.sms;

import java.time.Clock;
import java.util.List;

/**
 * What the simulator needs to know.
 *
 * @param port on the loopback address, for both providers' APIs, the page of a phone, and {@code /simulator}
 * @param numbers which service number belongs to which provider
 * @param clock of the providers: against it Notify checks a token's time, and ages what it lists
 */
public record SimulatorConfig(int port, List<ServiceNumber> numbers, Timing timing, Clock clock) {

    public SimulatorConfig {
        numbers = List.copyOf(numbers);
    }
}
