package uk.helpathand.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import uk.helpathand.local.Part;
import uk.helpathand.local.ServiceProcess;
import uk.helpathand.local.StackConfig;

/** Whether the audits are whole, by the command that says so to anybody: {@code verify-audit}, beside the running services. */
final class AuditChains {

    private static final Map<Part, String> DATABASES =
            Map.of(Part.CONTACT_SERVICE, "contact", Part.CASE_SERVICE, "casework");

    private static final int PATIENCE_MINUTES = 5;

    private static final String BROKEN = "THE CHAIN IS BROKEN";

    /** In every line that tells a finding. */
    private static final String FINDING = " at seal ";

    private final Path repository;
    private final Path folder;
    private final int postgres;

    /** @param postgres its port */
    AuditChains(Path repository, Path folder, int postgres) {
        this.repository = repository.toAbsolutePath().normalize();
        this.folder = folder.toAbsolutePath().normalize();
        this.postgres = postgres;
    }

    /**
     * A line for each that is not whole.
     *
     * @throws IllegalStateException when one cannot be asked
     */
    Set<String> broken() {
        var broken = new HashSet<String>();
        DATABASES.keySet().forEach(service -> ask(service).ifPresent(broken::add));
        return broken;
    }

    private Optional<String> ask(Part service) {
        var log = folder.resolve("logs").resolve("verify-audit-" + service.label() + ".log");
        try {
            Files.createDirectories(log.getParent());
            var exitCode = run(service, log.toFile());
            return told(service.label(), exitCode, Files.readString(log, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off", e);
        }
    }

    /** @param said by the command, all of it */
    static Optional<String> told(String service, int exitCode, String said) {
        if (exitCode == 0) {
            return Optional.empty();
        }
        if (!said.contains(BROKEN)) {
            throw new IllegalStateException("verify-audit of %s ended with %d: %s"
                    .formatted(service, exitCode, said.lines().findFirst().orElse("")));
        }
        return Optional.of("the audit of %s is not whole: %s"
                .formatted(
                        service,
                        said.lines().filter(line -> line.contains(FINDING)).collect(Collectors.joining(", "))));
    }

    private int run(Part service, File log) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        ServiceProcess.HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-jar",
                        StackConfig.quarkusJar(repository, service).toString(),
                        "verify-audit")
                .redirectErrorStream(true)
                .redirectOutput(log);
        // Nothing of whoever runs the campaign.
        builder.environment().clear();
        builder.environment().putAll(environment(service));
        var process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("verify-audit of %s does not end".formatted(service.label()));
        }
        return process.exitValue();
    }

    /** As the service's own role, which may read all of it. */
    private Map<String, String> environment(Part service) throws IOException {
        var database = DATABASES.get(service);
        var role = database + "_app";
        return Map.of(
                "HELPATHAND_DB_URL",
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres, database),
                "HELPATHAND_DB_USER",
                role,
                "HELPATHAND_DB_PASSWORD",
                Files.readString(folder.resolve("keys").resolve(role + ".password"))
                        .strip(),
                "HELPATHAND_AUDIT_ANCHOR_FILE",
                folder.resolve("anchors").resolve(service.label()).toString());
    }
}
