package uk.helpathand.casework.runtime;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import uk.helpathand.platform.audit.VerifyCommand;
import uk.helpathand.platform.database.Migrations;

/**
 * Starts the service; with the argument {@code migrate} brings the database up to date as the owner role, and ends; with
 * {@code verify-audit} checks the chain over the audit, and ends with 1 when it is broken.
 */
@QuarkusMain
public class Main {

    public static void main(String... arguments) throws Exception {
        if (arguments.length == 1 && "migrate".equals(arguments[0])) {
            Migrations.runFromEnvironment();
        } else if (arguments.length == 1 && VerifyCommand.NAME.equals(arguments[0])) {
            System.exit(VerifyCommand.runFromEnvironment());
        } else {
            Quarkus.run(arguments);
        }
    }
}
