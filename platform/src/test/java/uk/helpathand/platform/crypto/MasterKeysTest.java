package uk.helpathand.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

    @TempDir
    Path folder;

    private FileMasterKeyStore store;
    private MasterKeys keys;

    @BeforeEach
    void make() {
        store = new FileMasterKeyStore(folder.resolve("master.properties"), true, false);
        keys = new MasterKeys(store);
    }

    @Test
    void hashes_and_seals_of_one_purpose_say_nothing_in_another() throws Exception {
        byte[] sealed = keys.seal("cookie", new byte[] {1, 2, 3});

        assertThat(keys.hash("a", "value")).isNotEqualTo(keys.hash("b", "value"));
        assertThat(keys.open("cookie", sealed)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> keys.open("idempotency", sealed)).isInstanceOf(GeneralSecurityException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.open("cookie", sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void no_nonce_comes_twice_under_keys_that_live_long() throws Exception {
        Set<ByteBuffer> ofSeals = new HashSet<>();
        Set<ByteBuffer> ofWraps = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ofSeals.add(ByteBuffer.wrap(keys.seal("cookie", new byte[32]), 0, 12));
            ofWraps.add(ByteBuffer.wrap(store.wrap(1, new byte[32], new byte[0]), 0, 12));
        }
        assertThat(ofSeals).hasSize(10_000);
        assertThat(ofWraps).hasSize(10_000);
    }
}
