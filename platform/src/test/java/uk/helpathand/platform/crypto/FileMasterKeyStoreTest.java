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
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileMasterKeyStoreTest {

    // Constants, so that annotations may use them: 32 bytes of 0, and others.
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String OTHER_KEY = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
    private static final String GOOD = "current=1\nmaster.1=" + KEY + "\nindex.1=" + OTHER_KEY + "\n";

    private static final String TWO = GOOD.replace("current=1", "current=2") + "master.2=" + OTHER_KEY + "\n";

    @TempDir
    Path folder;

    @Test
    void a_first_local_start_makes_a_file_that_only_its_owner_reads() throws IOException {
        Path file = folder.resolve("deep/down/master.properties");

        var keys = new FileMasterKeyStore(file, true, false);

        assertThat(keys.currentVersion()).isEqualTo(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new FileMasterKeyStore(file, true, false).derive("purpose")).isEqualTo(keys.derive("purpose"));
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void production_refuses_the_file_of_a_local_start() {
        Path file = folder.resolve("master.properties");
        new FileMasterKeyStore(file, true, false);

        assertThatThrownBy(() -> new FileMasterKeyStore(file, false, true))
                .hasMessageContaining("production needs its own");
    }

    @Test
    void production_makes_no_file_even_when_told_to() {
        Path file = folder.resolve("master.properties");

        assertThatThrownBy(() -> new FileMasterKeyStore(file, true, true)).isInstanceOf(UncheckedIOException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void production_takes_a_file_of_its_own() throws IOException {
        assertThat(new FileMasterKeyStore(write(GOOD), false, true).currentVersion())
                .isEqualTo(1);
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

        assertThatThrownBy(() -> new FileMasterKeyStore(file, true, false))
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
            var keys = new FileMasterKeyStore(Path.of(arguments[0]), true, false);
            System.out.print(Base64.getEncoder().encodeToString(keys.derive("replica")));
        }
    }

    @Test
    void a_new_master_leaves_old_versions_open_and_hashes_as_they_were() throws Exception {
        var before = new FileMasterKeyStore(write(GOOD), false, true);
        byte[] wrapped = before.wrap(1, new byte[] {7}, new byte[0]);

        var after = new FileMasterKeyStore(write(TWO), false, true);

        assertThat(after.currentVersion()).isEqualTo(2);
        assertThat(after.unwrap(1, wrapped, new byte[0])).containsExactly(7);
        assertThat(after.derive("look-up")).isEqualTo(before.derive("look-up"));
        assertThatThrownBy(() -> after.wrap(3, new byte[1], new byte[0])).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_file_that_changes_is_read_anew_and_what_is_gone_from_it_still_opens() throws Exception {
        var keys = new FileMasterKeyStore(write(GOOD), false, true);
        byte[] wrapped = keys.wrap(1, new byte[] {7}, new byte[0]);

        write(TWO);
        keys.refresh();
        assertThat(keys.currentVersion()).isEqualTo(2);

        write(TWO.replaceFirst("master.1=.*", ""));
        keys.refresh();
        assertThat(keys.unwrap(1, wrapped, new byte[0])).containsExactly(7);
        assertThat(new FileMasterKeyStore(folder.resolve("master.properties"), false, true).versions())
                .containsExactly(2);
    }

    @Test
    void a_version_that_came_since_the_last_look_opens_at_the_first_read() throws Exception {
        var keys = new FileMasterKeyStore(write(GOOD), false, true);
        write(TWO);
        byte[] wrapped = new FileMasterKeyStore(folder.resolve("master.properties"), false, true)
                .wrap(2, new byte[] {7}, new byte[0]);

        assertThat(keys.unwrap(2, wrapped, new byte[0])).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "current=2",
                "master.1=" + KEY + "\nindex.1=" + KEY,
                "current=1\nmaster.1=" + KEY + "\nindex.1=" + KEY,
                "current=1\nmaster.1=" + OTHER_KEY + "\nindex.1=" + OTHER_KEY,
                "current=" + KEY + "\nmaster.1=" + KEY + "\nindex.1=" + OTHER_KEY,
                "current=1\nmaster.1=" + KEY + "!\nindex.1=" + OTHER_KEY,
                "current=1\nmaster." + KEY + "=" + KEY + "\nindex.1=" + OTHER_KEY,
                "current=1\nmaster.1=\\uNONE" + KEY
            })
    void a_change_to_what_cannot_be_used_changes_nothing_and_tells_no_key(String content) throws Exception {
        var keys = new FileMasterKeyStore(write(GOOD), false, true);
        byte[] derived = keys.derive("look-up");
        write(content);

        keys.refresh();

        assertThat(keys.isRefused()).isTrue();
        assertThat(keys.currentVersion()).isEqualTo(1);
        assertThat(keys.derive("look-up")).isEqualTo(derived);
        assertThatThrownBy(() -> KeyFile.parse(GOOD).followedBy(KeyFile.parse(content)))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining(KEY.substring(0, 20))
                .hasMessageNotContaining(OTHER_KEY.substring(0, 20));
    }

    @Test
    void a_file_that_was_away_is_read_when_it_is_back() throws Exception {
        var keys = new FileMasterKeyStore(write(GOOD), false, true);
        Files.delete(folder.resolve("master.properties"));
        keys.refresh();
        assertThat(keys.isRefused()).isTrue();
        assertThat(keys.currentVersion()).isEqualTo(1);

        write(GOOD);
        keys.refresh();
        assertThat(keys.isRefused()).isFalse();

        write("half of it");
        keys.refresh();
        write(TWO);
        keys.refresh();
        assertThat(keys.isRefused()).isFalse();
        assertThat(keys.currentVersion()).isEqualTo(2);
    }

    @Test
    void nothing_that_holds_keys_shows_them() throws Exception {
        var keys = new FileMasterKeyStore(write(GOOD), false, true);
        byte[] raw = Base64.getDecoder().decode(OTHER_KEY);

        assertThat(List.of(keys, KeyFile.parse(GOOD), new MasterKeys(keys), new SubjectCipher(raw), new DataKey()))
                .allSatisfy(holder -> assertThat(holder.toString())
                        .doesNotContain(KEY.substring(0, 20))
                        .doesNotContain(OTHER_KEY.substring(0, 20))
                        .doesNotContain(Arrays.toString(raw)));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("master.properties"), content);
    }
}
