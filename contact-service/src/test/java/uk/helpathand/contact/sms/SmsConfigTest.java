package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The settings as an environment gives them through application.properties. */
class SmsConfigTest {

    @Test
    void without_anything_both_providers_are_off_and_their_addresses_are_the_real_ones() throws IOException {
        for (Map<String, String> environment : List.<Map<String, String>>of(
                Map.of(),
                Map.of(
                        "HELPATHAND_SMS_NOTIFY_NUMBER",
                        "",
                        "HELPATHAND_SMS_TWILIO_NUMBER",
                        "",
                        "HELPATHAND_SMS_NOTIFY_TOKENS",
                        ""))) {
            SmsConfig config = config(environment);
            assertThat(config.govNotify().number()).isEmpty();
            assertThat(config.govNotify().tokens()).isEmpty();
            assertThat(config.govNotify().url()).contains("https://api.notifications.service.gov.uk");
            assertThat(config.twilio().number()).isEmpty();
            assertThat(config.twilio().url()).contains("https://api.twilio.com");
        }
    }

    @Test
    void each_variable_has_its_place() throws IOException {
        SmsConfig config = config(Map.ofEntries(
                Map.entry("HELPATHAND_SMS_NOTIFY_NUMBER", "+447700900801"),
                Map.entry("HELPATHAND_SMS_NOTIFY_URL", "http://127.0.0.1:8070"),
                Map.entry("HELPATHAND_SMS_NOTIFY_API_KEY", "key"),
                Map.entry("HELPATHAND_SMS_NOTIFY_TEMPLATE_ID", "template"),
                Map.entry("HELPATHAND_SMS_NOTIFY_SENDER_ID", "sender"),
                Map.entry("HELPATHAND_SMS_NOTIFY_TOKENS", "one,two"),
                Map.entry("HELPATHAND_SMS_TWILIO_NUMBER", "+447700900802"),
                Map.entry("HELPATHAND_SMS_TWILIO_URL", "http://127.0.0.1:8071"),
                Map.entry("HELPATHAND_SMS_TWILIO_ACCOUNT_SID", "AC1"),
                Map.entry("HELPATHAND_SMS_TWILIO_AUTH_TOKENS", "three"),
                Map.entry("HELPATHAND_SMS_TWILIO_PUBLIC_URL", "https://help.example.test")));
        assertThat(config.govNotify().number()).contains("+447700900801");
        assertThat(config.govNotify().url()).contains("http://127.0.0.1:8070");
        assertThat(config.govNotify().apiKey()).contains("key");
        assertThat(config.govNotify().templateId()).contains("template");
        assertThat(config.govNotify().senderId()).contains("sender");
        assertThat(config.govNotify().tokens().orElseThrow()).containsExactly("one", "two");
        assertThat(config.twilio().number()).contains("+447700900802");
        assertThat(config.twilio().url()).contains("http://127.0.0.1:8071");
        assertThat(config.twilio().accountSid()).contains("AC1");
        assertThat(config.twilio().authTokens().orElseThrow()).containsExactly("three");
        assertThat(config.twilio().publicUrl()).contains("https://help.example.test");
    }

    private static SmsConfig config(Map<String, String> environment) throws IOException {
        var file = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            file.load(reader);
        }
        var ours = new HashMap<String, String>();
        file.stringPropertyNames().stream()
                .filter(name -> name.startsWith("helpathand.sms."))
                .forEach(name -> ours.put(name, file.getProperty(name)));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(ours, "file", 250), new EnvConfigSource(environment, 300))
                .withMapping(SmsConfig.class)
                .build()
                .getConfigMapping(SmsConfig.class);
    }
}
