package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionCheckTest {

    private static final String DATABASE = "jdbc:postgresql://db.internal/contact";

    private static final Map<String, String> FIT = Map.ofEntries(
            Map.entry("quarkus.oidc.auth-server-url", "https://id.internal/realms/help-at-hand"),
            Map.entry("quarkus.oidc-client.auth-server-url", "https://id.internal/realms/help-at-hand"),
            Map.entry("quarkus.rest-client.case-service.url", "https://case.internal"),
            Map.entry("quarkus.datasource.jdbc.url", DATABASE + "?sslmode=verify-full"),
            Map.entry("quarkus.datasource.jdbc.additional-jdbc-properties.logServerErrorDetail", "false"),
            Map.entry("quarkus.datasource.username", "contact_app"),
            Map.entry("quarkus.datasource.password", "a-long-secret-of-its-own"),
            Map.entry("quarkus.oidc-client.credentials.secret", "another-long-secret"),
            Map.entry("quarkus.oidc.token.issuer", "https://id.internal/realms/help-at-hand"),
            Map.entry("quarkus.oidc.token.audience", "contact-service"),
            Map.entry("quarkus.oidc.token.token-type", "Bearer"),
            Map.entry("quarkus.oidc.token.signature-algorithm", "rs256"),
            Map.entry("helpathand.access.acr", "two-factors"),
            Map.entry("helpathand.audit.anchor-file", "/anchors/audit"),
            Map.entry("quarkus.mailer.host", "mail.internal"),
            Map.entry("quarkus.mailer.start-tls", "REQUIRED"),
            // As they stand in the environment, and as the framework has them where nobody says otherwise.
            Map.entry("helpathand.db.url", DATABASE + "?sslmode=verify-full"),
            Map.entry("helpathand.oidc.url", "https://id.internal/realms/help-at-hand"),
            Map.entry("quarkus.hibernate-orm.log.format-sql", "true"),
            Map.entry("quarkus.log.console.level", "ALL"),
            Map.entry("quarkus.log.level", "INFO"),
            Map.entry("quarkus.log.category.\"com.arjuna.ats.arjuna\".level", "ERROR"));

    @Test
    void what_is_fit_has_no_faults() {
        assertThat(faults(Map.of())).isEmpty();
        assertThat(faults(Map.of(
                        "helpathand.sms.notify.url", "https://api.notifications.service.gov.uk",
                        "helpathand.sms.notify.tokens", "a-token-of-its-own,another-of-its-own",
                        "helpathand.sms.twilio.auth-tokens", "",
                        "helpathand.sms.twilio.public-url", "https://help.internal",
                        "quarkus.http.proxy.proxy-address-forwarding", "true",
                        "quarkus.http.proxy.trusted-proxies", "10.0.0.1",
                        "quarkus.http.cors.origins", "https://staff.internal")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.rest-client.case-service.url, http://case.internal, must be https",
        "quarkus.oidc.auth-server-url, http://id.internal/realms/help-at-hand, must be https",
        "helpathand.staff.directory-url, http://id.internal/admin/realms/help-at-hand, must be https",
        "helpathand.sms.twilio.public-url, http://help.internal, must be https",
        "helpathand.page.leave-to, http://weather.internal, must be https",
        "helpathand.sms.notify.url, https://localhost:8600, must not be this machine or a sample",
        "helpathand.sms.twilio.url, https://127.0.0.1:8600, must not be this machine or a sample",
        "quarkus.rest-client.sms-notify.url, https://simulator.example.test, must not be this machine or a sample",
        "quarkus.oidc.auth-server-url, https://id.example.org/realms/help-at-hand, must not be this machine or a sample",
    })
    void another_program_is_called_by_https_and_is_a_real_one(String name, String value, String fault) {
        assertThat(faults(Map.of(name, value))).containsExactly(name + " " + fault);
    }

    @ParameterizedTest
    @CsvSource({
        "http://collector.example.org/v1/traces, 1",
        "http://localhost.example.org:4318/v1/traces, 1",
        "http://127.0.0.1:4318/v1/traces, 0",
        "http://localhost:4318/v1/traces, 0",
        "https://collector.example.org/v1/traces, 0"
    })
    void a_collector_of_traces_is_called_by_https_or_stands_beside_the_service(String endpoint, int faults) {
        assertThat(faults(Map.of("helpathand.traces.endpoint", endpoint))).hasSize(faults);
    }

    @Test
    void known_and_short_secrets_are_faults_and_are_not_repeated() {
        List<String> faults = faults(
                Map.of("quarkus.datasource.password", "changeme", "quarkus.oidc-client.credentials.secret", "short"));
        assertThat(faults).hasSize(2).noneMatch(fault -> fault.contains("changeme") || fault.contains("short"));
    }

    @Test
    void tokens_of_other_programs_are_long() {
        assertThat(faults(Map.of("helpathand.sms.notify.tokens", "a-token-of-its-own,short")))
                .containsExactly("helpathand.sms.notify.tokens must be secrets of their own, 10 characters or more");
        assertThat(faults(Map.of("helpathand.sms.twilio.auth-tokens", "123456789")))
                .containsExactly(
                        "helpathand.sms.twilio.auth-tokens must be secrets of their own, 10 characters or more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DATABASE,
                DATABASE + "?sslmode=require",
                DATABASE + "?sslmode=verify-ca",
                DATABASE + "?sslmode=verify-full&sslmode=disable",
                DATABASE + "?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
            })
    void the_line_to_the_database_is_encrypted_and_its_other_end_is_proved(String url) {
        assertThat(faults(Map.of("quarkus.datasource.jdbc.url", url)))
                .singleElement()
                .asString()
                .startsWith("quarkus.datasource.jdbc.url must");
    }

    @Test
    void the_mode_of_that_line_may_stand_beside_its_address() {
        String beside = "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode";

        assertThat(faults(Map.of("quarkus.datasource.jdbc.url", DATABASE, beside, "verify-full")))
                .isEmpty();
        assertThat(faults(Map.of(beside, "prefer"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.username, postgres",
        "quarkus.mailer.mock, true",
        "quarkus.mailer.start-tls, OPTIONAL",
        "quarkus.mailer.start-tls, DISABLED",
        "quarkus.mailer.trust-all, true",
        "quarkus.tls.trust-all, true",
        "quarkus.tls.mail.trust-all, true",
        "quarkus.rest-client.case-service.verify-host, false",
        "quarkus.oidc.tls.verification, none",
        "quarkus.oidc-client.tls.verification, certificate-validation",
        "quarkus.tls.hostname-verification-algorithm, NONE",
        "quarkus.oidc.token.issuer, any",
        "quarkus.oidc.token.audience, any",
        "quarkus.oidc.token.token-type, ID",
        "quarkus.oidc.token.signature-algorithm, HS256",
        "quarkus.oidc.public-key, MIIB",
        "quarkus.oidc.tenant-enabled, false",
        "quarkus.log.level, DEBUG",
        "quarkus.log.category.\"org.hibernate.orm.jdbc.bind\".level, TRACE",
        "quarkus.http.access-log.enabled, true",
        "quarkus.hibernate-orm.log.bind-parameters, true",
        "quarkus.hibernate-orm.log.sql, true",
        "quarkus.rest-client.logging.scope, request-response",
        "quarkus.datasource.jdbc.additional-jdbc-properties.logServerErrorDetail, true",
        "quarkus.http.cors.origins, *",
        "helpathand.outbox.relay, false",
    })
    void a_setting_that_opens_a_door_is_a_fault_of_its_own(String name, String value) {
        assertThat(faults(Map.of(name, value))).singleElement().asString().startsWith(name + " must ");
    }

    /** Or whoever calls says from which network, and floods are nobody's. */
    @Test
    void who_may_say_where_a_call_came_from_is_named() {
        assertThat(faults(Map.of("quarkus.http.proxy.proxy-address-forwarding", "true")))
                .singleElement()
                .asString()
                .startsWith("quarkus.http.proxy.trusted-proxies must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "test", "staging", "prod,local", "local,prod", "prod,dev", "local,mine"})
    void only_a_local_start_that_is_nothing_else_may_be_anything(String profiles) {
        assertThat(faults(List.of(profiles.split(",")), Map.of()))
                .containsExactly("quarkus.profile must be prod, or local and nothing else");
    }

    @Test
    void a_local_start_may_be_anything_and_production_may_have_a_profile_beside_it() {
        Map<String, String> plain = Map.of("quarkus.datasource.jdbc.url", DATABASE);

        assertThat(faults(List.of("local"), plain)).isEmpty();
        assertThat(faults(List.of("prod", "london"), Map.of())).isEmpty();
        assertThat(faults(List.of("staging"), plain)).hasSize(2);
    }

    @Test
    void an_audit_that_nobody_outside_knows_of_is_a_fault() {
        assertThat(faults(Map.of("helpathand.audit.anchor-file", "")))
                .containsExactly("helpathand.audit.anchor-file must be set: without it a truncated audit is not found");
        assertThat(faults(Map.of("helpathand.audit.seal-every", "off")))
                .containsExactly("helpathand.audit.seal-every must not be off");
    }

    @Test
    void staff_who_prove_themselves_only_once_are_a_fault() {
        assertThat(faults(Map.of("helpathand.access.acr", " ")))
                .containsExactly(
                        "helpathand.access.acr must say what counts as two factors, or a password opens everything");
    }

    private static List<String> faults(Map<String, String> spoilt) {
        return faults(List.of("prod"), spoilt);
    }

    private static List<String> faults(List<String> profiles, Map<String, String> spoilt) {
        var values = new HashMap<>(FIT);
        values.putAll(spoilt);
        return ProductionCheck.faults(
                profiles,
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(values, "test", 100))
                        .build());
    }
}
