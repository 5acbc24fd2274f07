package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductionCheckTest {

    private static final Map<String, String> FIT = Map.of(
            "quarkus.oidc.auth-server-url", "https://id.example.test/realms/help-at-hand",
            "quarkus.oidc-client.auth-server-url", "https://id.example.test/realms/help-at-hand",
            "quarkus.rest-client.case-service.url", "https://case.example.test",
            "quarkus.datasource.password", "a-long-secret-of-its-own",
            "quarkus.oidc-client.credentials.secret", "another-long-secret",
            "helpathand.audit.anchor-file", "/anchors/audit");

    @Test
    void what_is_fit_has_no_faults() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void plain_http_to_another_service_is_a_fault() {
        assertThat(faults(Map.of("quarkus.rest-client.case-service.url", "http://case.example.test")))
                .containsExactly("quarkus.rest-client.case-service.url must be https");
        assertThat(faults(Map.of("quarkus.oidc.auth-server-url", "http://id.example.test/realms/help-at-hand")))
                .containsExactly("quarkus.oidc.auth-server-url must be https");
    }

    @Test
    void known_and_short_secrets_are_faults_and_are_not_repeated() {
        List<String> faults = faults(
                Map.of("quarkus.datasource.password", "changeme", "quarkus.oidc-client.credentials.secret", "short"));
        assertThat(faults).hasSize(2).noneMatch(fault -> fault.contains("changeme") || fault.contains("short"));
    }

    @Test
    void tokens_of_other_programs_are_long_and_the_address_they_sign_is_https() {
        assertThat(faults(Map.of(
                        "helpathand.sms.notify.tokens", "a-token-of-its-own,another-of-its-own",
                        "helpathand.sms.twilio.auth-tokens", "",
                        "helpathand.sms.twilio.public-url", "https://help.example.test")))
                .isEmpty();
        assertThat(faults(Map.of("helpathand.sms.notify.tokens", "a-token-of-its-own,short")))
                .containsExactly("helpathand.sms.notify.tokens must be secrets of their own, 10 characters or more");
        assertThat(faults(Map.of("helpathand.sms.twilio.auth-tokens", "123456789")))
                .containsExactly(
                        "helpathand.sms.twilio.auth-tokens must be secrets of their own, 10 characters or more");
        assertThat(faults(Map.of("helpathand.sms.twilio.public-url", "http://help.example.test")))
                .containsExactly("helpathand.sms.twilio.public-url must be https");
    }

    @Test
    void an_audit_that_nobody_outside_knows_of_is_a_fault() {
        assertThat(faults(Map.of("helpathand.audit.anchor-file", "")))
                .containsExactly("helpathand.audit.anchor-file must be set: without it a truncated audit is not found");
        assertThat(faults(Map.of("helpathand.audit.seal-every", "off")))
                .containsExactly("helpathand.audit.seal-every must not be off");
    }

    private static List<String> faults(Map<String, String> spoilt) {
        var values = new HashMap<>(FIT);
        values.putAll(spoilt);
        return ProductionCheck.faults(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    }
}
