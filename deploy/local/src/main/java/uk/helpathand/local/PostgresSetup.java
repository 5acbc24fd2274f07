package uk.helpathand.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a database administrator does once: an owner, an application role and a database for each service. */
final class PostgresSetup {

    private static final List<String> DATABASES = List.of("contact", "casework");
    private static final List<String> DURABLE = List.of("fsync", "full_page_writes", "synchronous_commit");

    private PostgresSetup() {}

    /** Data that is acknowledged must survive a power cut; a server that does not promise it is not used. */
    static void assertDurable(Connection connection) throws SQLException {
        for (var setting : DURABLE) {
            var value = show(connection, setting);
            if (!value.equals("on")) {
                throw Trouble.failed("PostgreSQL is not durable: %s is %s.".formatted(setting, value));
            }
        }
    }

    /** Can be repeated: brings roles, passwords and databases to what they should be. */
    static void rolesAndDatabases(Connection connection, Secrets secrets) throws SQLException {
        for (var database : DATABASES) {
            var owner = owner(database);
            var app = app(database);
            role(connection, owner, secrets.password(owner));
            role(connection, app, secrets.password(app));
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                // Every statement is made of names written in this class, and of passwords without quotes.
                execute(connection, "create database %s owner %s".formatted(database, owner));
            }
            execute(connection, "revoke all on database %s from public".formatted(database));
            execute(connection, "grant connect on database %s to %s".formatted(database, app));
        }
    }

    static String owner(String database) {
        return database + "_owner";
    }

    static String app(String database) {
        return database + "_app";
    }

    static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            execute(connection, "create role %s login".formatted(name));
        }
        execute(connection, "alter role %s password '%s'".formatted(name, password));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
