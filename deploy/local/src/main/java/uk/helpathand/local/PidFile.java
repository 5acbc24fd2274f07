package uk.helpathand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process ids of one part, so that a start after a crash finds what the crash left running. */
final class PidFile {

    private final Path file;
    private final String marker;

    /** @param marker words that stand in the command line of our process and in nobody else's */
    PidFile(Path file, String marker) {
        this.file = file;
        this.marker = marker;
    }

    void write(Stream<ProcessHandle> processes) {
        var lines = processes.map(handle -> Long.toString(handle.pid())).collect(Collectors.joining("\n"));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processes of that part that are still running, and truly ours: a process id is used again by others. */
    List<ProcessHandle> running() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(PidFile::process)
                    .filter(Objects::nonNull)
                    .filter(this::ours)
                    .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends them: politely, and after the grace by force. Returns whether there were any. */
    boolean end(Duration grace) {
        var running = running();
        end(running, grace);
        delete();
        return !running.isEmpty();
    }

    static void end(List<ProcessHandle> processes, Duration grace) {
        if (processes.isEmpty()) {
            return;
        }
        processes.get(0).destroy();
        awaitEnd(processes, grace);
    }

    /** Waits until they have ended; ends them by force when the grace is over. */
    static void awaitEnd(List<ProcessHandle> processes, Duration grace) {
        if (!gone(processes, grace)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            gone(processes, Duration.ofSeconds(10));
        }
    }

    /** @param name as {@code kill} takes it */
    static void signal(List<ProcessHandle> processes, String name) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(handle -> command.add(Long.toString(handle.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean gone(List<ProcessHandle> processes, Duration patience) {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ours(ProcessHandle handle) {
        return handle.isAlive() && handle.info().commandLine().orElse("").contains(marker);
    }

    private static ProcessHandle process(String line) {
        return line.strip().matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(line.strip())).orElse(null)
                : null;
    }
}
