package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void a_process_of_ours_is_found_and_ended() throws IOException {
        var ours = start("our-marker");
        var file = fileOf(ours, "our-marker");

        assertThat(file.running()).startsWith(ours.toHandle());
        assertThat(file.end(GRACE)).isTrue();
        assertThat(ours.isAlive()).isFalse();
        assertThat(folder.resolve("part.pid")).doesNotExist();
    }

    @Test
    void a_number_that_now_belongs_to_another_program_is_left_alone() throws IOException {
        var stranger = start("somebody-else");
        var file = fileOf(stranger, "our-marker");

        assertThat(file.end(GRACE)).isFalse();
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void one_that_does_not_listen_is_ended_by_force() throws IOException {
        var deaf = start("our-marker", "trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        assertThat(deaf.inputReader().readLine()).isEqualTo("deaf");

        assertThat(fileOf(deaf, "our-marker").end(Duration.ofMillis(300))).isTrue();

        assertThat(deaf.isAlive()).isFalse();
    }

    @Test
    void no_file_and_rubbish_in_the_file_mean_nothing_is_running() throws IOException {
        var file = new PidFile(folder.resolve("part.pid"), "our-marker");
        assertThat(file.end(GRACE)).isFalse();

        Files.writeString(folder.resolve("part.pid"), "\nno number\n99999999999999999999\n-1\n");
        assertThat(file.end(GRACE)).isFalse();
    }

    private PidFile fileOf(Process process, String marker) {
        var file = new PidFile(folder.resolve("part.pid"), marker);
        file.write(Stream.of(process.toHandle()));
        return file;
    }

    private Process start(String marker) throws IOException {
        return start(marker, "while :; do sleep 0.1; done");
    }

    private Process start(String marker, String script) throws IOException {
        var process = new ProcessBuilder("/bin/sh", "-c", script, marker).start();
        started.add(process);
        return process;
    }
}
