package uk.helpathand.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Ids;

@QuarkusTest
class DataKeysTest extends HttpTest {

    private final UUID subject = Ids.next();
    private final UUID row = Ids.next();

    @Inject
    DataKeys keys;

    @Test
    void a_key_that_was_made_opens_what_it_closed() {
        byte[] closed = encrypt(subject);

        assertThat(inTransaction(() -> keys.open(SubjectKind.CHILD, subject).decrypt(closed, "child.name", row)))
                .isEqualTo("Kim");
    }

    @Test
    void a_subject_has_one_key() {
        encrypt(subject);

        assertThatThrownBy(() -> encrypt(subject)).isInstanceOf(RuntimeException.class);
        assertThat(count("data_key")).isOne();
    }

    @Test
    void a_destroyed_key_forgets_its_subject() {
        encrypt(subject);
        TestDatabase.asOwner("DELETE FROM data_key");

        assertThatThrownBy(() -> inTransaction(() -> keys.open(SubjectKind.CHILD, subject)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no data key");
    }

    @Test
    void a_key_moved_to_another_subject_does_not_open() {
        encrypt(subject);
        UUID other = Ids.next();
        TestDatabase.asOwner("UPDATE data_key SET subject_id = '" + other + "'");

        assertThatThrownBy(() -> inTransaction(() -> keys.open(SubjectKind.CHILD, other)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot open");
    }

    @Test
    void the_database_alone_opens_nothing() {
        encrypt(subject);

        assertThat(TestDatabase.ask("SELECT length(wrapped_key) FROM data_key")).isEqualTo("60");
        assertThat(TestDatabase.ask("SELECT master_version FROM data_key")).isEqualTo("1");
    }

    private byte[] encrypt(UUID subjectId) {
        return inTransaction(() -> keys.create(SubjectKind.CHILD, subjectId).encrypt("Kim", "child.name", row));
    }

    private static <T> T inTransaction(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
