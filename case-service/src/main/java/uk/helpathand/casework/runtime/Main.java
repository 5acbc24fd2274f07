package uk.helpathand.casework.runtime;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import uk.helpathand.platform.crypto.KeyStatus;
import uk.helpathand.platform.database.Migrations;

/**
 * Starts the service; with the argument {@code migrate} brings the database up to date as the owner role, with {@code keys
 * status} tells which master keys are in use; and ends.
 */
@QuarkusMain
public class Main {

    public static void main(String... arguments) throws Exception {
        switch (String.join(" ", arguments)) {
            case "migrate" -> Migrations.runFromEnvironment();
            case "keys status" -> System.exit(KeyStatus.runFromEnvironment(System.out));
            default -> Quarkus.run(arguments);
        }
    }
}
