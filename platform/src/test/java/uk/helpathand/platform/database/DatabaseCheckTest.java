package uk.helpathand.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class DatabaseCheckTest extends HttpTest {

    @Test
    void a_durable_and_migrated_database_will_do() {
        assertThatCode(() -> check(TestDatabase.url())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void a_commit_that_waits_for_less_than_asked_is_refused(String value) {
        assertThatThrownBy(() -> check(TestDatabase.url() + "?options=-c%20synchronous_commit%3D" + value))
                .hasMessageContaining("not durable: synchronous_commit is " + value);
    }

    @Test
    void a_database_that_nobody_migrated_is_refused() {
        assertThatThrownBy(() -> check(TestDatabase.url().replace("/service", "/postgres")))
                .hasMessageContaining("run the command 'migrate' first");
    }

    @Test
    void a_database_of_an_older_release_is_refused() {
        TestDatabase.asOwner("UPDATE databasechangelog SET id = 'away' WHERE id = 'p002-outbox'");
        try {
            assertThatThrownBy(() -> check(TestDatabase.url())).hasMessageContaining("lacks the changes [p002-outbox]");
        } finally {
            TestDatabase.asOwner("UPDATE databasechangelog SET id = 'p002-outbox' WHERE id = 'away'");
        }
    }

    @Test
    void a_second_migration_changes_nothing() {
        assertThatCode(() -> Migrations.run(TestDatabase.url(), "owner", "owner", "app"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_role_name_is_a_name() {
        assertThatThrownBy(() -> Migrations.run(TestDatabase.url(), "owner", "owner", "app; DROP TABLE audit"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void check(String url) throws Exception {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("app");
        source.setPassword("app");
        var check = new DatabaseCheck();
        check.dataSource = source;
        check.check();
    }
}
