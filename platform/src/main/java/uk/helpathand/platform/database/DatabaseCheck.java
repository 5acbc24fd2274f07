package uk.helpathand.platform.database;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Durable or not at all: refuses to start on a database that may lose an acknowledged message, or that is not migrated.
 */
@Startup(Interceptor.Priority.LIBRARY_BEFORE)
@Singleton
public class DatabaseCheck {

    private static final List<String> DURABLE = List.of("fsync", "full_page_writes", "synchronous_commit");
    private static final Set<String> DURABLE_VALUES = Set.of("on", "remote_apply");
    private static final String NO_SUCH_TABLE = "42P01";
    private static final Pattern FILE = Pattern.compile("file:\\s*\\S*?([^/\\s]+)\\.sql");

    @Inject
    DataSource dataSource;

    /**
     * Asks again.
     *
     * @throws IllegalStateException with what is wrong, in words that hold nothing of anybody
     */
    @PostConstruct
    public void check() throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                requireDurable(statement, setting);
            }
            requireMigrated(statement);
        }
    }

    private static void requireDurable(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            String value = row.getString(1);
            if (!DURABLE_VALUES.contains(value)) {
                throw new IllegalStateException("The database is not durable: " + setting + " is " + value);
            }
        }
    }

    private static void requireMigrated(Statement statement) throws SQLException, IOException {
        Set<String> missing = new TreeSet<>(expectedChanges());
        try (ResultSet rows = statement.executeQuery("SELECT id FROM databasechangelog")) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        } catch (SQLException e) {
            if (!NO_SUCH_TABLE.equals(e.getSQLState())) {
                throw e;
            }
            throw new IllegalStateException("The database is not migrated: run the command 'migrate' first", e);
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "The database lacks the changes " + missing + ": run the command 'migrate'");
        }
    }

    /** A change's id is its file's name, so the list of files is the list of changes. */
    private static Set<String> expectedChanges() throws IOException {
        try (InputStream changelog =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(Migrations.CHANGELOG)) {
            String text = new String(changelog.readAllBytes(), StandardCharsets.UTF_8);
            return FILE.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
        }
    }
}
