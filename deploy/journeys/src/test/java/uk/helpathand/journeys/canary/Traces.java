package uk.helpathand.journeys.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Http;
import uk.helpathand.platform.fixture.TraceCollector.Taken;

/** Everything that the parts of the whole leave behind beside the records themselves, as text. */
final class Traces {

    private final Whole whole;

    Traces(Whole whole) {
        this.whole = whole;
    }

    /** By the name of where it stands. */
    Map<String, String> all() {
        var traces = new LinkedHashMap<String, String>(logs());
        traces.put("words of the supervisor", String.join("\n", whole.news()));
        traces.put(
                "metrics of contact-service", body("/q/metrics", whole.stack().contactManagement()));
        traces.put("metrics of case-service", body("/q/metrics", whole.stack().caseManagement()));
        traces.put("health of contact-service", body("/q/health", whole.stack().contactManagement()));
        traces.put("health of case-service", body("/q/health", whole.stack().caseManagement()));
        traces.put("spans", whole.tracedUntilNow().stream().map(Taken::all).collect(Collectors.joining("\n")));
        traces.put("mails", body("/mails.json", whole.stack().mailUrl()));
        return traces;
    }

    /** Every row of every table of a database, as PostgreSQL would print it. */
    Map<String, String> rows(String database) {
        try (var connection = whole.stack().superuser(database)) {
            var tables = new LinkedHashMap<String, String>();
            for (var table : tables(connection)) {
                tables.put(database + "." + table, rows(connection, table));
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of services, Keycloak, PostgreSQL and migrations. */
    private Map<String, String> logs() {
        try (var files = Files.list(whole.stack().logs())) {
            var logs = new LinkedHashMap<String, String>();
            files.sorted().forEach(file -> logs.put(file.getFileName().toString(), read(file)));
            return logs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(String path, URI of) {
        return Http.get(of.resolve(path)).expect(200).body();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static String rows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT t::text FROM \"" + table + "\" t")) {
            var all = new StringBuilder();
            while (rows.next()) {
                all.append(rows.getString(1)).append('\n');
            }
            return all.toString();
        }
    }
}
