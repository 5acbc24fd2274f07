package uk.helpathand.local;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One running copy of contact-service or case-service, as packaged. */
public final class ServiceProcess implements RunningPart {

    /**
     * Of each service, so that all of it stays below 350 MB. Once every address was called, 44 MB are in use in case-service and 47 in
     * contact-service, after a full collection.
     */
    public static final String HEAP = "-Xmx80m";

    /** Small, so that there is room for what stays: a third of the heap, as the JVM would choose, leaves eight megabytes. */
    private static final String YOUNG = "-Xmn18m";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(15);

    /**
     * A dump of the memory holds keys: none is made, whatever the environment says. And what has no memory left is up, does not
     * answer, and keeps what it has claimed: it ends, and whoever watches it starts it anew.
     */
    static final List<String> AT_THE_END =
            List.of("-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash", "-XX:+ExitOnOutOfMemoryError");

    private final StackConfig config;
    private final Part service;
    private final int httpPort;
    private final int managementPort;
    private final ServiceEnvironment environment;
    private final ChildProcess process;
    private final ChildProcess migration;
    private final ClassArchive archive;

    /** @param name of its log and pid file */
    ServiceProcess(StackConfig config, Secrets secrets, Part service, String name, int httpPort, int managementPort) {
        this.config = config;
        this.service = service;
        this.httpPort = httpPort;
        this.managementPort = managementPort;
        this.environment = new ServiceEnvironment(config, secrets, service, httpPort, managementPort);
        this.process = new ChildProcess(config, name);
        this.migration = new ChildProcess(config, name + "-migrate");
        this.archive = new ClassArchive(config, service, name);
    }

    /** Brings the database to this version, as its owner. */
    void migrate() {
        migration.run(command(List.of(), "migrate"), environment.toMigrate());
    }

    /** Starts it and returns when it is ready to serve. */
    @Override
    public void start() {
        try {
            Map<String, String> environment = serving();
            process.start(command(options(environment)), environment);
            Ready.await(management().resolve("/q/health/ready"), process, PATIENCE);
        } catch (Trouble e) {
            archive.discard();
            throw e;
        }
        process.settled();
    }

    /** So that its next start takes half of the time. @throws Trouble when it cannot be made */
    void archiveClasses() {
        archive.make();
    }

    /** Who names an archive in the environment measures that one. */
    private List<String> options(Map<String, String> environment) {
        String tuning = environment.getOrDefault("JAVA_TOOL_OPTIONS", "");
        return tuning.contains("-XX:SharedArchiveFile=") || tuning.contains("-XX:AOTCache")
                ? List.of()
                : archive.options();
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public void stop() {
        process.stop(GRACE);
    }

    /** As {@code kill -9}. */
    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void signal(String name) {
        process.signal(name);
    }

    public URI url() {
        return URI.create("http://localhost:" + httpPort);
    }

    public URI management() {
        return URI.create("http://localhost:" + managementPort);
    }

    @Override
    public void close() {
        archive.close();
        migration.close(GRACE);
        process.close(GRACE);
    }

    /** glibc gives threads arenas of their own, which cost tens of megabytes and help nobody here. */
    private Map<String, String> serving() {
        var serving = new HashMap<>(environment.toServe());
        serving.putIfAbsent("MALLOC_ARENA_MAX", "1");
        return serving;
    }

    private List<String> command(List<String> options, String... arguments) {
        var command = new ArrayList<>(List.of(ChildProcess.java(), ChildProcess.marker(config)));
        command.addAll(AT_THE_END);
        command.addAll(List.of(
                // A small heap that is always collected by one thread: two services, Keycloak and PostgreSQL share a
                // laptop.
                HEAP,
                YOUNG,
                "-XX:+UseSerialGC",
                // What the compilers have borrowed for a moment goes back to the system. JDK 17.0.9 and newer know it.
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TrimNativeHeapInterval=1000",
                // Code that ran once, at the start, makes room for code that runs.
                "-XX:ReservedCodeCacheSize=48m",
                // The second compiler borrows less at once for one method.
                "-XX:MaxInlineLevel=9",
                "-XX:LiveNodeCountInliningCutoff=15000",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-jar", config.quarkusJar(service).toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
