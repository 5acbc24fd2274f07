package uk.helpathand.contact.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.conversation.CountingKeys;

class FloodsTest {

    private static final String HOME = "192.0.2.7";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Floods floods = withUsualLimits();

    @Test
    void a_children_s_home_a_ward_or_a_school_in_which_everybody_writes_is_no_flood() {
        for (int child = 0; child < 60; child++) {
            assertThat(arrives(HOME, "they are moving me and this is my own story " + child))
                    .isFalse();
        }
    }

    @Test
    void more_than_sixty_from_one_network_are_and_neighbours_share_it_and_others_do_not() {
        arrive(60, HOME);
        assertThat(arrives("192.0.2.200", "somebody else's words altogether")).isTrue();
        assertThat(arrives("198.51.100.1", "somebody else's words altogether")).isFalse();
    }

    @Test
    void brothers_and_sisters_who_send_the_same_words_are_no_flood_and_a_machine_that_does_is_one() {
        for (int child = 0; child < 10; child++) {
            assertThat(arrives("198.51.100." + child, "We want to stay together at Nan's house"))
                    .isFalse();
        }
        assertThat(arrives("203.0.113.1", " we want to STAY  together\r\nat Nan's house"))
                .isTrue();
        assertThat(arrives("203.0.113.1", "We want to stay together at home")).isFalse();
    }

    @Test
    void words_that_are_the_same_by_chance_tell_nothing() {
        for (int child = 0; child < 40; child++) {
            assertThat(arrives("198.51.100." + child, "help me")).isFalse();
        }
    }

    @Test
    void far_more_than_usual_from_everywhere_are_a_flood_whoever_sends_them() {
        for (int network = 0; network < 600; network++) {
            assertThat(arrives("10." + network / 250 + "." + network % 250 + ".1", "story number " + network))
                    .isFalse();
        }
        assertThat(arrives(null, "one more")).isTrue();
        assertThat(metrics.counter("helpathand.floods.unconfirmed", "why", "altogether")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_is_only_asked_about_and_never_stored_does_not_count() {
        for (int attempt = 0; attempt < 100; attempt++) {
            assertThat(floods.isFlood(HOME, "sent again and again while the database is away"))
                    .isFalse();
        }
    }

    @Test
    void a_restart_forgets() {
        arrive(61, HOME);
        assertThat(withUsualLimits().isFlood(HOME, "the next")).isFalse();
    }

    private Floods withUsualLimits() {
        var usual = new SmallRyeConfigBuilder()
                .withMapping(FloodConfig.class)
                .build()
                .getConfigMapping(FloodConfig.class);
        return new Floods(usual, new CountingKeys(), metrics);
    }

    private void arrive(int children, String address) {
        for (int child = 0; child < children; child++) {
            arrives(address, "the story of child number " + child);
        }
    }

    /** Whether it came in a flood. */
    private boolean arrives(String address, String words) {
        boolean flood = floods.isFlood(address, words);
        floods.stored(address, words);
        return flood;
    }
}
