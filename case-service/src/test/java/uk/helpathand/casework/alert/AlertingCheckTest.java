package uk.helpathand.casework.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertingCheckTest {

    @Test
    void a_real_rota_and_a_real_mailer_are_fit_for_production() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void a_mailer_that_sends_nothing_is_refused() {
        assertThat(faults(Map.of("quarkus.mailer.mock", "true")))
                .singleElement()
                .asString()
                .contains("mailer.mock");
    }

    @Test
    void an_address_that_reaches_nobody_is_refused_in_any_slot() {
        for (String address : List.of("ada@example.test", "ada@helpathand.invalid", "ada")) {
            assertThat(faults(Map.of("helpathand.alerts.otherwise[0].email", address)))
                    .hasSize(1);
            assertThat(faults(Map.of("helpathand.alerts.slots[0].people[0].email", address)))
                    .hasSize(1);
        }
    }

    private static List<String> faults(Map<String, String> spoilt) {
        var properties = new HashMap<>(Map.of(
                "helpathand.alerts.poll", "2s",
                "helpathand.alerts.slots[0].days", "saturday,sunday",
                "helpathand.alerts.slots[0].from", "22:00",
                "helpathand.alerts.slots[0].to", "06:00",
                "helpathand.alerts.slots[0].people[0].name", "Night",
                "helpathand.alerts.slots[0].people[0].email", "night@helpathand.example.org",
                "helpathand.alerts.otherwise[0].name", "Day",
                "helpathand.alerts.otherwise[0].email", "day@helpathand.example.org"));
        properties.putAll(spoilt);
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(AlertConfig.class)
                .withConverter(java.time.Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        return AlertingCheck.faults(config, config.getConfigMapping(AlertConfig.class));
    }
}
