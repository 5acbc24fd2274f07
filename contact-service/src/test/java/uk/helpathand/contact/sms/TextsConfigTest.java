package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** How texts are dealt with, as docs/texts.md says and as an environment changes it. */
class TextsConfigTest {

    @Test
    void without_anything_it_is_as_the_page_says() throws IOException {
        TextsConfig config = config(Map.of());
        assertThat(config.dormantAfter()).isEqualTo(Duration.ofDays(90));
        assertThat(config.firstAnswerWithin()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.firstAnswerPause()).isEqualTo(Duration.ofDays(1));
        assertThat(config.firstAnswer()).containsOnlyKeys("en", "ar");
        assertThat(config.askAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.sweepEvery()).isEqualTo("5m");
        assertThat(config.sweepOverlap()).isEqualTo(Duration.ofHours(1));
        assertThat(config.sweepReach()).isEqualTo(Duration.ofDays(7));
        assertThat(config.from()).isEmpty();
    }

    @Test
    void each_variable_has_its_place() throws IOException {
        TextsConfig config = config(Map.of(
                "HELPATHAND_TEXTS_DORMANT_AFTER", "0S",
                "HELPATHAND_TEXTS_FIRST_ANSWER_PAUSE", "0S",
                "HELPATHAND_TEXTS_FIRST_ANSWER_WITHIN", "5m",
                "HELPATHAND_TEXTS_FIRST_ANSWER_EN", "We have it.",
                "HELPATHAND_TEXTS_SWEEP_EVERY", "1m",
                "HELPATHAND_TEXTS_FROM", "+447700900801"));
        assertThat(config.dormantAfter()).isZero();
        assertThat(config.firstAnswerPause()).isZero();
        assertThat(config.firstAnswerWithin()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.firstAnswer()).containsEntry("en", "We have it.").containsKey("ar");
        assertThat(config.sweepEvery()).isEqualTo("1m");
        assertThat(config.from()).contains("+447700900801");
    }

    private static TextsConfig config(Map<String, String> environment) throws IOException {
        var file = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            file.load(reader);
        }
        var ours = new HashMap<String, String>();
        file.stringPropertyNames().stream()
                .filter(name -> name.startsWith("helpathand.texts."))
                .forEach(name -> ours.put(name, file.getProperty(name)));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(ours, "file", 250), new EnvConfigSource(environment, 300))
                .withMapping(TextsConfig.class)
                .build()
                .getConfigMapping(TextsConfig.class);
    }
}
