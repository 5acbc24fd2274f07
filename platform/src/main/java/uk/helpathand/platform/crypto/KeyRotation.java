package uk.helpathand.platform.crypto;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import uk.helpathand.platform.time.Jobs;

/**
 * Turns the master key while the service serves: looks for new versions, and wraps data keys of older versions with the current
 * one, few at a time. Only ever to a later version: two replicas with different files would undo each other's work.
 */
@Singleton
class KeyRotation {

    /** Any number that no other lock has. */
    private static final long LOCK = 0x6b65_7973_7475_726eL;

    private static final int AT_ONCE = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    static final String BATCH = """
            SELECT subject_kind, subject_id, wrapped_key FROM data_key
            WHERE master_version = ? AND subject_id > ?
            ORDER BY subject_id LIMIT ?
            """;

    private static final String REWRAP = """
            UPDATE data_key SET wrapped_key = ?, master_version = ?
            WHERE subject_id = ? AND subject_kind = ? AND master_version = ? AND wrapped_key = ?
            """;

    private final MasterKeyStore store;
    private final KeyVersions versions;
    private final DataSource dataSource;

    @Inject
    KeyRotation(MasterKeyStore store, KeyVersions versions, DataSource dataSource) {
        this.store = store;
        this.versions = versions;
        this.dataSource = dataSource;
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("{helpathand.crypto.poll}", this::turn);
    }

    void turn() throws SQLException {
        store.refresh();
        versions.meet();
        int target = versions.forNewKeys();
        if (target != store.currentVersion()) {
            return;
        }
        for (int version : versions.inUse().headSet(target)) {
            if (store.versions().contains(version)) {
                rewrap(version, target);
            }
        }
    }

    private void rewrap(int version, int target) {
        UUID place = BEFORE_ALL;
        while (place != null) {
            UUID after = place;
            place = QuarkusTransaction.requiringNew().call(() -> batch(version, target, after));
        }
    }

    /** Returns the last subject it came to; null when there are no more, or another replica is at it. */
    private UUID batch(int version, int target, UUID after) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(BATCH);
                PreparedStatement update = connection.prepareStatement(REWRAP)) {
            if (!mine(connection)) {
                return null;
            }
            select.setInt(1, version);
            select.setObject(2, after);
            select.setInt(3, AT_ONCE);
            UUID last = null;
            int done = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getObject(2, UUID.class);
                    byte[] wrapped = rewrapped(rows.getString(1), last, rows.getBytes(3), version, target);
                    if (wrapped != null) {
                        update.setBytes(1, wrapped);
                        update.setInt(2, target);
                        update.setObject(3, last);
                        update.setString(4, rows.getString(1));
                        update.setInt(5, version);
                        // Or a key that was renewed meanwhile would be the old one again, and open nothing.
                        update.setBytes(6, rows.getBytes(3));
                        update.addBatch();
                        done++;
                    }
                }
            }
            update.executeBatch();
            if (done > 0) {
                Log.infof("keys: %d data keys wrapped anew, from version %d to %d", done, version, target);
            }
            return last;
        }
    }

    /** Null for a row that does not open: it must not hold the others up. */
    private byte[] rewrapped(String kind, UUID id, byte[] wrapped, int version, int target) {
        byte[] key = null;
        try {
            key = store.unwrap(version, wrapped, DataKeys.associatedData(kind, id, version));
            return store.wrap(target, key, DataKeys.associatedData(kind, id, target));
        } catch (GeneralSecurityException e) {
            Log.errorf("keys: the data key of %s %s does not open with version %d", kind, id, version);
            return null;
        } finally {
            if (key != null) {
                Arrays.fill(key, (byte) 0);
            }
        }
    }

    private static boolean mine(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
