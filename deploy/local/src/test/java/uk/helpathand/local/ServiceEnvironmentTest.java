package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    @TempDir
    Path folder;

    @Test
    void the_running_service_knows_the_app_role_and_never_the_owner() {
        var environment = of(Part.CONTACT_SERVICE).toServe();

        assertThat(environment)
                .containsEntry("HELPATHAND_DB_USER", "contact_app")
                .containsEntry("HELPATHAND_CASE_SERVICE_URL", "http://localhost:8090")
                .containsEntry("HELPATHAND_OIDC_URL", "http://localhost:8180/realms/help-at-hand")
                .doesNotContainKeys("HELPATHAND_DB_OWNER_USER", "HELPATHAND_DB_OWNER_PASSWORD");
    }

    @Test
    void both_services_send_mail() {
        assertThat(of(Part.CONTACT_SERVICE).toServe()).containsEntry("HELPATHAND_MAIL_PORT", "2525");
        assertThat(of(Part.CASE_SERVICE).toServe())
                .containsEntry("HELPATHAND_DB_URL", "jdbc:postgresql://127.0.0.1:5532/casework")
                .containsEntry("HELPATHAND_CONTACT_SERVICE_URL", "http://localhost:8080")
                .containsEntry("HELPATHAND_MAIL_PORT", "2525");
    }

    @Test
    void a_migration_gets_the_owner_and_no_secret_of_the_running_service() {
        assertThat(of(Part.CASE_SERVICE).toMigrate())
                .containsEntry("HELPATHAND_DB_OWNER_USER", "casework_owner")
                .containsEntry("HELPATHAND_DB_USER", "casework_app")
                .doesNotContainKeys("HELPATHAND_DB_PASSWORD", "HELPATHAND_OIDC_CLIENT_SECRET");
    }

    @Test
    void what_a_test_adds_has_the_last_word() {
        var config =
                config().with(Part.CASE_SERVICE, "HELPATHAND_MAIL_PORT", "1").with(Part.CASE_SERVICE, "MORE", "2");

        assertThat(environment(config, Part.CASE_SERVICE).toServe())
                .containsEntry("HELPATHAND_MAIL_PORT", "1")
                .containsEntry("MORE", "2");
        assertThat(environment(config, Part.CONTACT_SERVICE).toServe()).doesNotContainKey("MORE");
    }

    private ServiceEnvironment of(Part service) {
        return environment(config(), service);
    }

    private StackConfig config() {
        return StackConfig.standard(folder, line -> {});
    }

    private static ServiceEnvironment environment(StackConfig config, Part service) {
        return new ServiceEnvironment(config, new Secrets(config.keys()), service, 1, 2);
    }
}
