package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void a_password_is_made_once_and_kept() {
        var first = new Secrets(folder.resolve("keys")).password("contact_app");

        assertThat(new Secrets(folder.resolve("keys")).password("contact_app")).isEqualTo(first);
        assertThat(new Secrets(folder.resolve("keys")).password("contact_owner"))
                .isNotEqualTo(first);
        assertThat(first).matches("[A-Za-z0-9_-]{32}");
    }

    @Test
    void only_the_owner_can_read_it() throws IOException {
        var secrets = new Secrets(folder.resolve("keys"));
        secrets.password("contact_app");

        assertThat(permissions(secrets.file("contact_app"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("keys"))).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
