package uk.helpathand.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.regex.Pattern;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;

/**
 * Migrations are a command of their own with the owner role ({@code java -jar quarkus-run.jar migrate}); the service
 * itself runs as an app role without DDL.
 */
public final class Migrations {

    /** The list of changes; each service has its own under this name. */
    public static final String CHANGELOG = "db/changelog.yaml";

    private static final Pattern ROLE_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private Migrations() {}

    /** From the environment: HELPATHAND_DB_URL, _OWNER_USER, _OWNER_PASSWORD and the app role's HELPATHAND_DB_USER. */
    public static void runFromEnvironment() throws Exception {
        run(
                environment("HELPATHAND_DB_URL"),
                environment("HELPATHAND_DB_OWNER_USER"),
                environment("HELPATHAND_DB_OWNER_PASSWORD"),
                environment("HELPATHAND_DB_USER"));
    }

    public static void run(String url, String owner, String password, String appRole) throws Exception {
        if (!ROLE_NAME.matcher(appRole).matches()) {
            throw new IllegalArgumentException("The app role's name may hold a-z, 0-9 and _ only");
        }
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            var accessor =
                    new ClassLoaderResourceAccessor(Thread.currentThread().getContextClassLoader());
            var parameters = new ChangeLogParameters(database);
            parameters.set("appRole", appRole);
            Scope.child(Scope.Attr.resourceAccessor, accessor, () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                    .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
                    .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, parameters)
                    .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, null)
                    .execute());
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Set " + name);
        }
        return value;
    }
}
