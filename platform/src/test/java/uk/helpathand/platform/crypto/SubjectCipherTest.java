package uk.helpathand.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.time.Ids;

class SubjectCipherTest {

    private static final String TEXT = "\0 they said \uD83D nothing";
    private static final UUID ROW = Ids.next();

    private final SubjectCipher cipher = cipher(1);

    @Test
    void opens_what_it_closed_and_leaves_null_alone() {
        assertThat(cipher.decrypt(cipher.encrypt(TEXT, "message.text", ROW), "message.text", ROW))
                .isEqualTo(TEXT);
        assertThat(cipher.encrypt(null, "message.text", ROW)).isNull();
        assertThat(cipher.decrypt(null, "message.text", ROW)).isNull();
    }

    @Test
    void a_ciphertext_from_another_row_field_or_subject_does_not_open() {
        byte[] ciphertext = cipher.encrypt(TEXT, "message.text", ROW);

        assertThatThrownBy(() -> cipher.decrypt(ciphertext, "message.text", Ids.next()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.decrypt(ciphertext, "conversation.number", ROW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher(2).decrypt(ciphertext, "message.text", ROW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_byte_anywhere_does_not_open() {
        byte[] ciphertext = cipher.encrypt("hi", "message.text", ROW);
        for (int i = 0; i < ciphertext.length; i++) {
            byte[] spoilt = ciphertext.clone();
            spoilt[i] ^= 1;
            assertThatThrownBy(() -> cipher.decrypt(spoilt, "message.text", ROW))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void what_did_not_open_is_told_without_content() {
        byte[] ciphertext = cipher.encrypt(TEXT, "message.text", ROW);

        assertThatThrownBy(() -> cipher.decrypt(ciphertext, "message.other", ROW))
                .hasMessageContaining("message.other")
                .hasMessageContaining(ROW.toString())
                .hasMessageNotContaining("they said");
    }

    @Test
    void no_nonce_comes_twice() {
        Set<ByteBuffer> nonces = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            nonces.add(ByteBuffer.wrap(cipher.encrypt("same", "message.text", ROW), 0, 12));
        }
        assertThat(nonces).hasSize(20_000);
    }

    private static SubjectCipher cipher(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        try {
            return new SubjectCipher(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
