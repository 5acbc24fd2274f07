package uk.helpathand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a stack needs to know.
 *
 * @param repository the built working copy
 * @param folder where this stack keeps its data, keys, logs and pid files
 * @param ports all on the loopback address
 * @param extra more environment for a service, over what the stack gives it
 * @param learns whether its services write down which classes they load, for {@link LocalStack#archiveClasses()}
 * @param news told one line at a time what happens
 */
public record StackConfig(
        Path repository,
        Path folder,
        Ports ports,
        Map<Part, Map<String, String>> extra,
        boolean learns,
        Consumer<String> news) {

    public StackConfig {
        repository = repository.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
        extra = Map.copyOf(extra);
    }

    /** One that uses archives of classes and makes none. */
    public StackConfig(
            Path repository, Path folder, Ports ports, Map<Part, Map<String, String>> extra, Consumer<String> news) {
        this(repository, folder, ports, extra, false, news);
    }

    /** The stack of {@code deploy/up}: standard ports, everything under {@code .local}. */
    static StackConfig standard(Path repository, Consumer<String> news) {
        return new StackConfig(repository, repository.resolve(".local"), Ports.STANDARD, Map.of(), true, news);
    }

    /** A stack of a test: free ports, a folder of its own, Keycloak and PostgreSQL as unpacked for everyone. */
    public static StackConfig forTest(Path repository, Path folder) {
        return new StackConfig(repository, folder, Ports.free(), Map.of(), line -> {});
    }

    /** The same with one more variable in the environment of a service. */
    public StackConfig with(Part service, String name, String value) {
        var more = new EnumMap<Part, Map<String, String>>(Part.class);
        more.putAll(extra);
        var variables = new HashMap<>(more.getOrDefault(service, Map.of()));
        variables.put(name, value);
        more.put(service, Map.copyOf(variables));
        return new StackConfig(repository, folder, ports, more, learns, news);
    }

    void createFolders() {
        try {
            for (var each : new Path[] {data(), anchors(), run(), logs(), archives()}) {
                Files.createDirectories(each);
            }
            try (var logs = Files.newDirectoryStream(logs(), "*.log")) {
                for (var log : logs) {
                    // The last run's logs stay for one more run: they may tell why it ended.
                    Files.move(log, Path.of(log + ".last"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    /** What the audits told to the outside; elsewhere on another volume and in other hands. */
    Path anchors() {
        return folder.resolve("anchors");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path log(Part part) {
        return logs().resolve(part.label() + ".log");
    }

    /** Shared by every stack of this working copy: unpacked by the build. */
    Path keycloakHome() {
        return repository.resolve(".local/keycloak-" + KeycloakHome.version());
    }

    /** Shared likewise: unpacked at the first start. */
    Path postgresBinaries() {
        return repository.resolve(".local/postgres-binaries");
    }

    /** Shared likewise: see {@link ClassArchive}. */
    Path archives() {
        return repository.resolve(".local/archives");
    }

    /** A service as packaged. */
    public Path quarkusJar(Part service) {
        return quarkusJar(repository, service);
    }

    /** The same, of any working copy. */
    public static Path quarkusJar(Path repository, Part service) {
        return repository.resolve(service.label()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
