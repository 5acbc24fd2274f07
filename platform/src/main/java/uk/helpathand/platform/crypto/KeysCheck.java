package uk.helpathand.platform.crypto;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A version cannot be retired while rows need it: the service refuses to start with a key that is in use missing. After the
 * check of the database, which says first whether it is migrated.
 */
@Startup(Interceptor.Priority.LIBRARY_BEFORE + 1)
@Singleton
class KeysCheck {

    private final MasterKeyStore store;
    private final KeyVersions versions;
    private final DataSource dataSource;

    @Inject
    KeysCheck(MasterKeyStore store, KeyVersions versions, DataSource dataSource) {
        this.store = store;
        this.versions = versions;
        this.dataSource = dataSource;
    }

    /** @throws IllegalStateException naming each version that is missing, and how many data keys need it */
    @PostConstruct
    void check() throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (int version : KeyVersions.inUse(connection)) {
                if (!store.versions().contains(version)) {
                    missing.add("master." + version + " (" + KeyVersions.count(connection, version, Long.MAX_VALUE)
                            + " data keys)");
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Master keys in use are missing from the key file, put them back: " + String.join(", ", missing));
        }
        versions.meet();
    }
}
