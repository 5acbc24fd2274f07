package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @TempDir
    Path folder;

    @Test
    void a_port_in_use_is_named_with_its_purpose_and_how_to_find_who_has_it() throws IOException {
        var ports = Ports.free();
        try (var taken = new ServerSocket(ports.casework(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> Preflight.ports(ports))
                    .withMessageContaining("Port " + taken.getLocalPort() + " (case-service) is in use")
                    .withMessageContaining("ss -ltnp")
                    .satisfies(PreflightTest::isOneLineAndNotReady);
        }
    }

    @Test
    void a_port_held_on_all_addresses_counts_as_taken() throws IOException {
        var ports = Ports.free();
        try (var taken = new ServerSocket(ports.smtp())) {
            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> Preflight.ports(ports))
                    .withMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void free_ports_pass() {
        assertThatCode(() -> Preflight.ports(Ports.free())).doesNotThrowAnyException();
    }

    @Test
    void a_full_disk_is_named() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Preflight.disk(folder, Preflight.LEAST_DISK - 1))
                .withMessageContaining(folder.toString())
                .withMessageContaining("1023 MB free")
                .satisfies(PreflightTest::isOneLineAndNotReady);
    }

    @Test
    void a_folder_is_made_when_it_is_missing() {
        Preflight.folder(folder.resolve("with a space/below"));

        assertThat(folder.resolve("with a space/below")).isDirectory();
    }

    @Test
    void an_old_java_is_named() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Preflight.java(11))
                .withMessage("A JDK 17 or newer is needed; this is Java 11.")
                .satisfies(PreflightTest::isOneLineAndNotReady);
    }

    private static void isOneLineAndNotReady(Trouble trouble) {
        assertThat(trouble.getMessage()).doesNotContain("\n");
        assertThat(trouble.exitCode()).isEqualTo(2);
    }
}
