package uk.helpathand.contact.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowingTest {

    private static final int BUDGET = 10;

    private final Slowing slowing = new Slowing(new CountingKeys(), () -> BUDGET);

    @Test
    void within_the_budget_nobody_waits() {
        fail("192.0.2.1", BUDGET);
        assertThat(slowing.waitBefore("192.0.2.1")).isZero();
    }

    @Test
    void beyond_it_waits_grow_to_five_seconds_and_no_further() {
        fail("192.0.2.1", BUDGET + 1);
        assertThat(slowing.waitBefore("192.0.2.1")).isEqualTo(Duration.ofMillis(250));
        fail("192.0.2.1", 1_000);
        assertThat(slowing.waitBefore("192.0.2.1")).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void neighbours_in_one_network_share_the_budget_and_others_do_not() {
        fail("192.0.2.1", 100);
        assertThat(slowing.waitBefore("192.0.2.200")).isPositive();
        assertThat(slowing.waitBefore("198.51.100.1")).isZero();
        fail("2001:db8:1:2:3::1", 100);
        assertThat(slowing.waitBefore("2001:db8:1:2:ffff::9")).isPositive();
        assertThat(slowing.waitBefore("2001:db8:2::1")).isZero();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            slowing.failed(address);
        }
    }
}
