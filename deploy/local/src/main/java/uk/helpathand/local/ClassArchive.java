package uk.helpathand.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The classes of a service as the JVM keeps them once it has read them, in a file that the next start maps into its memory: it
 * takes about half of the time to start. A start after a build writes down which classes it loads; of that list another
 * process makes the archive, beside the running service and after everything else on the machine. A JVM proves that archive,
 * jars and itself belong together, and starts without it when they do not.
 */
final class ClassArchive {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Path jar;
    private final Path archive;
    private final Path half;
    private final Path loaded;
    private final Path list;
    private final boolean learns;
    private final String marker;
    private final ChildProcess maker;

    /** @param name of the process, for a list and a log of its own */
    ClassArchive(StackConfig config, Part service, String name) {
        this.jar = config.quarkusJar(service);
        // Another JDK needs another one.
        this.archive = config.archives().resolve(service.label() + "-jdk-" + Runtime.version() + ".jsa");
        this.half = config.archives().resolve(name + ".half");
        this.loaded = config.archives().resolve(name + ".classes");
        this.list = config.archives().resolve(name + ".classes.whole");
        this.learns = config.learns();
        this.marker = ChildProcess.marker(config);
        this.maker = new ChildProcess(config, name + "-archive");
    }

    /** For the command line of a start: to use the archive, or to learn what to put into it. */
    List<String> options() {
        if (upToDate()) {
            return List.of("-XX:SharedArchiveFile=" + archive);
        }
        return learns ? List.of("-XX:DumpLoadedClassList=" + loaded) : List.of();
    }

    /**
     * Makes it of what the service has loaded so far, unless it is there. Takes a quarter of a minute of one processor.
     *
     * @throws Trouble when it cannot be made; what is there stays
     */
    void make() {
        try {
            if (upToDate() || !Files.exists(loaded)) {
                return;
            }
            // Still being written: what stands behind the last line may be half a name.
            String names = Files.readString(loaded, UTF_8);
            Files.writeString(list, names.substring(0, names.lastIndexOf('\n') + 1), UTF_8);
            maker.run(
                    List.of(
                            "nice",
                            "-n",
                            "19",
                            ChildProcess.java(),
                            marker,
                            "-Xmx512m",
                            // As the services have it; another collector keeps objects in it that they cannot use.
                            "-XX:+UseSerialGC",
                            "-Xshare:dump",
                            "-XX:SharedClassListFile=" + list,
                            "-XX:SharedArchiveFile=" + half,
                            "-jar",
                            jar.toString()),
                    Map.of());
            try (var file = FileChannel.open(half)) {
                // A power cut leaves all of it or none: a JVM does not survive one that is cut off.
                file.force(true);
            }
            Files.move(half, archive, ATOMIC_MOVE);
            Files.delete(loaded);
        } catch (IOException | UncheckedIOException e) {
            throw Trouble.failed("The archive of its classes cannot be written: " + e.getMessage(), e);
        } finally {
            // Where the disk is full, they are part of what fills it.
            delete(half);
            delete(list);
        }
    }

    /** After a start that failed, so that the next one does not fail of the archive. */
    void discard() {
        delete(archive);
    }

    /** One that cannot be deleted must not hide why a start or the making failed. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The next making writes over it, and a start that it fails tells of it.
        }
    }

    private boolean upToDate() {
        try {
            return Files.exists(archive)
                    && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    void close() {
        maker.close(GRACE);
    }
}
