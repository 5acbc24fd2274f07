package uk.helpathand.casework.runtime;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import uk.helpathand.platform.database.Migrations;

/** Starts the service; with the argument {@code migrate} brings the database up to date as the owner role, and ends. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) throws Exception {
        if (arguments.length == 1 && "migrate".equals(arguments[0])) {
            Migrations.runFromEnvironment();
        } else {
            Quarkus.run(arguments);
        }
    }
}
