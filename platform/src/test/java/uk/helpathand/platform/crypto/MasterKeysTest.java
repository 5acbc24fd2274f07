package uk.helpathand.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY = "A" + KEY.substring(1).replaceFirst("A", "B");
    private static final String GOOD = "current=1\nmaster.1=" + KEY + "\nindex.1=" + OTHER_KEY + "\n";

    @TempDir
    Path folder;

    @Test
    void a_first_local_start_makes_a_file_that_only_its_owner_reads() throws IOException {
        Path file = folder.resolve("deep/down/master.properties");

        var keys = new MasterKeys(file, true, false);

        assertThat(keys.currentVersion()).isEqualTo(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new MasterKeys(file, true, false).hash("purpose", "value")).isEqualTo(keys.hash("purpose", "value"));
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void production_refuses_the_file_of_a_local_start() {
        Path file = folder.resolve("master.properties");
        new MasterKeys(file, true, false);

        assertThatThrownBy(() -> new MasterKeys(file, false, true)).hasMessageContaining("production needs its own");
    }

    @Test
    void production_makes_no_file_even_when_told_to() {
        Path file = folder.resolve("master.properties");

        assertThatThrownBy(() -> new MasterKeys(file, true, true)).isInstanceOf(UncheckedIOException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void production_takes_a_file_of_its_own() throws IOException {
        assertThat(new MasterKeys(write(GOOD), false, true).currentVersion()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "current=1",
                "current=one\nmaster.1=" + "x",
                "current=2\nmaster.1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nindex.1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "current=1\nmaster.1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "current=1\nmaster.1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nindex.1=AAAA",
                "current=1\nmaster.1=AAAAAAAAAAAAAAAAAAAAAA==\nindex.1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "current=1\nmaster.1=not base64!\nindex.1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void a_file_that_lacks_something_or_has_a_key_of_another_size_stops_the_start(String content) throws IOException {
        Path file = write(content);

        assertThatThrownBy(() -> new MasterKeys(file, true, false))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
        assertThat(file).hasContent(content);
    }

    @Test
    void processes_that_start_at_once_agree_on_one_file() throws Exception {
        for (int round = 0; round < 2; round++) {
            Path file = folder.resolve("round" + round).resolve("master.properties");
            List<Process> replicas = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                replicas.add(new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Replica.class.getName(),
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            Set<String> hashes = new HashSet<>();
            for (Process replica : replicas) {
                hashes.add(new String(replica.getInputStream().readAllBytes()));
                assertThat(replica.waitFor()).isZero();
            }
            assertThat(hashes).hasSize(1).doesNotContain("");
        }
    }

    /** A service that starts, as far as its keys are concerned. */
    static class Replica {
        public static void main(String... arguments) {
            var keys = new MasterKeys(Path.of(arguments[0]), true, false);
            System.out.print(Base64.getEncoder().encodeToString(keys.hash("replica", "value")));
        }
    }

    @Test
    void hashes_and_seals_of_one_purpose_say_nothing_in_another() throws Exception {
        var keys = new MasterKeys(write(GOOD), false, true);
        byte[] sealed = keys.seal("cookie", new byte[] {1, 2, 3});

        assertThat(keys.hash("a", "value")).isNotEqualTo(keys.hash("b", "value"));
        assertThat(keys.open("cookie", sealed)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> keys.open("idempotency", sealed)).isInstanceOf(GeneralSecurityException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.open("cookie", sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_new_master_leaves_old_versions_open_and_hashes_as_they_were() throws Exception {
        var before = new MasterKeys(write(GOOD), false, true);
        byte[] wrapped = before.master(1).encrypt(new byte[] {7}, new byte[0]);
        byte[] hash = before.hash("look-up", "value");

        var after = new MasterKeys(
                write(GOOD.replace("current=1", "current=2") + "master.2=" + OTHER_KEY + "\n"), false, true);

        assertThat(after.currentVersion()).isEqualTo(2);
        assertThat(after.master(1).decrypt(wrapped, new byte[0])).containsExactly(7);
        assertThat(after.hash("look-up", "value")).isEqualTo(hash);
        assertThatThrownBy(() -> after.master(3)).isInstanceOf(GeneralSecurityException.class);
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("master.properties"), content);
    }
}
