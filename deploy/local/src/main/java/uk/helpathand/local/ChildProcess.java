package uk.helpathand.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program started by the stack, with its log, its pid file, and nothing of the developer's own environment. */
final class ChildProcess {

    /** What a program may see of the developer's environment. Anything more would make two machines differ. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "USER", "LOGNAME", "LANG", "TMPDIR", "TZ");

    /**
     * Ctrl-C in a terminal goes to every process of the group, and closing it likewise. Only the supervisor heeds them:
     * it then stops the parts in order.
     */
    private static final List<String> DEAF = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final String PID = ".pid";

    /** Written by the script deploy/up about itself. */
    private static final String SUPERVISOR = "up";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LAST_LINES = 15;

    /** Where in the code it happened helps nobody at the keyboard, and pushes what happened off the screen. */
    private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more).*");

    private final String label;
    private final Path folder;
    private final Path log;
    private final PidFile pidFile;
    private Process process;
    private boolean closed;

    ChildProcess(StackConfig config, String label) {
        this.label = label;
        this.folder = config.run();
        this.log = config.logs().resolve(label + ".log");
        this.pidFile = new PidFile(folder.resolve(label + PID), marker(config));
    }

    /** Goes into the command line of every Java program of the stack, so that it is known again after a crash. */
    static String marker(StackConfig config) {
        return "-Dhelpathand.stack=" + config.folder();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    synchronized void start(List<String> command, Map<String, String> environment) {
        if (closed) {
            throw Trouble.failed("Stopping.");
        }
        endLeftOver();
        process = launch(command, environment);
        pidFile.write(Stream.of(process.toHandle()));
    }

    /** Runs to the end. @throws Trouble if it does not end well */
    void run(List<String> command, Map<String, String> environment) {
        start(command, environment);
        try {
            if (current().waitFor() != 0) {
                throw died();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.failed("Stopping.");
        } finally {
            pidFile.delete();
        }
    }

    /** Called when the program is up: by now it may have started others. */
    synchronized void settled() {
        pidFile.write(tree().stream());
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /** Ends whatever an earlier run of this stack left behind. Returns the names. */
    static List<String> endLeftOvers(StackConfig config) {
        var found = new ArrayList<String>();
        if (!Files.isDirectory(config.run())) {
            return found;
        }
        try (var files = Files.list(config.run())) {
            // In the order of the alphabet the services go before Keycloak.
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(PID)
                        && !name.equals(SUPERVISOR + PID)
                        && new PidFile(file, marker(config)).end(PATIENCE)) {
                    found.add(name.substring(0, name.length() - PID.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Ends what an earlier run of this program left behind. */
    void endLeftOver() {
        pidFile.end(PATIENCE);
    }

    synchronized void stop(Duration grace) {
        if (process != null) {
            PidFile.end(tree(), grace);
        }
        endLeftOver();
    }

    /** Stops it, and lets nothing start it again. */
    synchronized void close(Duration grace) {
        closed = true;
        stop(grace);
    }

    /** As {@code kill -9}: no farewell. */
    synchronized void kill() {
        tree().forEach(ProcessHandle::destroyForcibly);
    }

    /** @param name as {@code kill} takes it */
    synchronized void signal(String name) {
        PidFile.signal(tree(), name);
    }

    /** Whether it ended by itself and not well, rather than by a signal. */
    boolean failed() {
        return !current().isAlive() && current().exitValue() == 1;
    }

    Trouble died() {
        return Trouble.failed("%s stopped (exit code %d). The last lines of %s:%n%s"
                .formatted(label, current().exitValue(), log, lastLines()));
    }

    Trouble silent(Duration patience) {
        return Trouble.failed("%s is not ready after %d seconds. The last lines of %s:%n%s"
                .formatted(label, patience.toSeconds(), log, lastLines()));
    }

    private synchronized Process current() {
        return process;
    }

    private List<ProcessHandle> tree() {
        return process == null
                ? List.of()
                : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .toList();
    }

    private Process launch(List<String> command, Map<String, String> environment) {
        var deaf = new ArrayList<>(DEAF);
        deaf.addAll(command);
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(deaf)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw Trouble.failed(label + " cannot be started: " + e.getMessage(), e);
        }
    }

    private String lastLines() {
        try {
            // Not readAllLines: a program that dies may leave half a character, which that refuses.
            var lines = new String(Files.readAllBytes(log), UTF_8)
                    .lines()
                    .filter(line -> !STACK_FRAME.matcher(line).matches())
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                    .indent(2)
                    .stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
