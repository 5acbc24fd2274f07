package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Compose is not run here; its form is held against what deploy/up does. */
class ComposeTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("maven.multiModuleProjectDirectory"));
    private static final Path DEPLOY = REPOSITORY.resolve("deploy");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):\\?");

    @TempDir
    Path folder;

    private String text;
    private Map<String, Map<String, Object>> services;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(DEPLOY.resolve("compose.yaml"));
        Map<String, Map<String, Map<String, Object>>> document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        services = document.get("services");
    }

    @Test
    void the_same_parts_run_as_in_deploy_up() {
        assertThat(services)
                .containsOnlyKeys(
                        "postgres",
                        "keycloak",
                        "mail",
                        "contact-migrate",
                        "case-migrate",
                        "contact-service",
                        "case-service");
    }

    @Test
    void the_services_are_told_the_same_as_in_deploy_up() {
        assertThat(names("contact-service")).isEqualTo(serving(Part.CONTACT_SERVICE));
        assertThat(names("case-service")).isEqualTo(serving(Part.CASE_SERVICE));
        assertThat(names("contact-migrate")).isEqualTo(migrating(Part.CONTACT_SERVICE));
        assertThat(names("case-migrate")).isEqualTo(migrating(Part.CASE_SERVICE));
    }

    @Test
    void a_service_starts_after_its_migration_and_that_after_the_database() {
        assertThat(services.get("contact-service").get("depends_on").toString())
                .isEqualTo("{contact-migrate={condition=service_completed_successfully}}");
        assertThat(services.get("case-service").get("depends_on").toString())
                .isEqualTo("{case-migrate={condition=service_completed_successfully}}");
        assertThat(services.get("contact-migrate").get("depends_on").toString())
                .isEqualTo("{postgres={condition=service_healthy}}");
        assertThat(services.get("contact-migrate").get("command")).isEqualTo(List.of("migrate"));
    }

    @Test
    void the_ports_are_those_of_the_documentation_and_stay_on_this_machine() {
        var published = services.values().stream()
                .flatMap(service -> ((List<?>) service.getOrDefault("ports", List.of())).stream())
                .map(Object::toString)
                .toList();

        assertThat(published)
                .containsExactlyInAnyOrder(
                        "127.0.0.1:8080:8080",
                        "127.0.0.1:9080:9080",
                        "127.0.0.1:8090:8090",
                        "127.0.0.1:9090:9090",
                        "127.0.0.1:8180:8180",
                        "127.0.0.1:8025:8025");
    }

    @Test
    void every_secret_comes_from_the_env_file_and_the_example_holds_none() throws IOException {
        var asked =
                VARIABLE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        var example = Files.readAllLines(DEPLOY.resolve("compose.env.example")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(example).allMatch(line -> line.matches("[A-Z_]+="));
        assertThat(example.stream().map(line -> line.replace("=", ""))).containsExactlyInAnyOrderElementsOf(asked);
        var secrets = services.values().stream()
                .flatMap(service -> environment(service).entrySet().stream())
                .filter(variable -> variable.getKey().matches(".*(PASSWORD|SECRET)"))
                .map(variable -> variable.getValue().toString());
        assertThat(secrets).allMatch(value -> value.startsWith("${"));
    }

    @Test
    void every_stage_and_version_exists() throws IOException {
        var dockerfile = Files.readString(DEPLOY.resolve("docker/Dockerfile"));
        var targets = new ArrayList<String>();
        services.values().forEach(service -> {
            if (service.get("build") instanceof Map<?, ?> build) {
                targets.add(build.get("target").toString());
                assertThat(DEPLOY.resolve(build.get("context").toString())
                                .resolve(build.get("dockerfile").toString()))
                        .isRegularFile();
            }
        });

        assertThat(targets).hasSize(5).allMatch(target -> dockerfile.contains(" AS " + target + "\n"));
        assertThat(dockerfile).contains("quay.io/keycloak/keycloak:" + KeycloakHome.version() + " ");
        assertThat(DEPLOY.resolve("docker/postgres-init.sh")).isExecutable();
    }

    @Test
    void no_service_leaves_its_memory_on_a_disk_or_stays_up_without_any() throws Exception {
        var dockerfile = Files.readString(DEPLOY.resolve("docker/Dockerfile"));

        assertThat(ServiceProcess.AT_THE_END).allMatch(flag -> dockerfile.contains('"' + flag + '"'));
        for (String service : List.of("contact-service", "case-service")) {
            assertThat(services.get(service)).containsEntry("ulimits", Map.of("core", 0));
        }
        // The last word is the command line's, not the environment's.
        var command = new ArrayList<>(List.of(ChildProcess.java()));
        command.addAll(ServiceProcess.AT_THE_END);
        command.addAll(List.of("-XX:+PrintFlagsFinal", "-version"));
        var java = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        java.environment()
                .put(
                        "JAVA_TOOL_OPTIONS",
                        "-XX:+HeapDumpOnOutOfMemoryError -XX:+CreateCoredumpOnCrash -XX:-ExitOnOutOfMemoryError");
        assertThat(new String(java.start().getInputStream().readAllBytes()))
                .containsPattern("HeapDumpOnOutOfMemoryError +:?= false")
                .containsPattern("CreateCoredumpOnCrash +:?= false")
                .containsPattern("ExitOnOutOfMemoryError +:?= true");
    }

    private Set<String> names(String service) {
        return new TreeSet<>(environment(services.get(service)).keySet());
    }

    private Set<String> serving(Part service) {
        return withoutTuning(environmentOf(service).toServe());
    }

    private Set<String> migrating(Part service) {
        return withoutTuning(environmentOf(service).toMigrate());
    }

    /** How fast the JVM starts is a matter of the machine, not of the contract. */
    private static Set<String> withoutTuning(Map<String, String> environment) {
        var names = new TreeSet<>(environment.keySet());
        names.remove("JAVA_TOOL_OPTIONS");
        return names;
    }

    private ServiceEnvironment environmentOf(Part service) {
        var config = StackConfig.standard(folder, line -> {});
        return new ServiceEnvironment(config, new Secrets(config.keys()), service, 8080, 9080);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<String, Object> service) {
        return (Map<String, Object>) service.getOrDefault("environment", Map.of());
    }
}
