package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    private StackConfig config;
    private ChildProcess process;

    @BeforeEach
    void make() {
        config = StackConfig.forTest(folder, folder.resolve("with a space"));
        process = new ChildProcess(config, "part");
    }

    @AfterEach
    void end() {
        process.close(Duration.ofSeconds(5));
    }

    @Test
    void a_program_that_fails_is_told_with_its_last_lines_but_no_stack_frames() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> process.run(
                        sh("echo 'what happened'; printf '\\tat uk.helpathand.Deep.call(Deep.java:1)\\n'; exit 3"),
                        Map.of()))
                .withMessageContaining("part stopped (exit code 3)")
                .withMessageContaining("what happened")
                .satisfies(trouble -> assertThat(trouble.getMessage()).doesNotContain("Deep.java"));
    }

    @Test
    void it_sees_what_it_is_given_and_nothing_else_of_the_environment() throws IOException {
        process.run(sh("env | cut -d= -f1"), Map.of("GIVEN", "1"));

        assertThat(Files.readAllLines(config.logs().resolve("part.log")))
                .contains("GIVEN", "PATH", "JAVA_HOME")
                .doesNotContain("MAVEN_CMD_LINE_ARGS", "MAVEN_PROJECTBASEDIR");
    }

    @Test
    void what_one_supervisor_leaves_the_next_one_ends() {
        process.start(List.of("/bin/sh", "-c", "while :; do sleep 0.1; done", ChildProcess.marker(config)), Map.of());
        assertThat(process.alive()).isTrue();

        assertThat(ChildProcess.endLeftOvers(config)).containsExactly("part");
        assertThat(process.alive()).isFalse();
        assertThat(ChildProcess.endLeftOvers(config)).isEmpty();
    }

    @Test
    void ctrl_c_in_the_terminal_passes_it_by() throws Exception {
        process.start(
                List.of("/bin/sh", "-c", "echo up; while :; do sleep 0.1; done", ChildProcess.marker(config)),
                Map.of());
        var pid = Files.readString(config.run().resolve("part.pid")).strip();
        while (Files.readString(config.logs().resolve("part.log")).isEmpty()) {
            Thread.sleep(20);
        }

        assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor()).isZero();
        Thread.sleep(300);

        assertThat(process.alive()).isTrue();
        process.stop(Duration.ofSeconds(5));
        assertThat(process.alive()).isFalse();
    }

    @Test
    void once_closed_nothing_starts_again() {
        process.close(Duration.ofSeconds(1));

        assertThatExceptionOfType(Trouble.class).isThrownBy(() -> process.start(sh("echo"), Map.of()));
    }

    private static List<String> sh(String script) {
        return List.of("/bin/sh", "-c", script);
    }
}
