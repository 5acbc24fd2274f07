package uk.helpathand.contact.runtime;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import uk.helpathand.platform.audit.VerifyCommand;
import uk.helpathand.platform.crypto.KeyStatus;
import uk.helpathand.platform.database.Migrations;
import uk.helpathand.platform.web.ProductionCheck;

/**
 * Starts the service; or does one thing and ends: {@code migrate} brings the database up to date as the owner role, {@code keys
 * status} tells which master keys are in use, {@code verify-audit} checks the chain over the audit, with 1 when it is broken.
 */
@QuarkusMain
public class Main {

    public static void main(String... arguments) throws Exception {
        switch (String.join(" ", arguments)) {
            case "migrate" -> Migrations.runFromEnvironment();
            case "keys status" -> System.exit(KeyStatus.runFromEnvironment(System.out));
            case VerifyCommand.NAME -> System.exit(VerifyCommand.runFromEnvironment());
            default -> {
                ProductionCheck.beforeStart();
                Quarkus.run(arguments);
            }
        }
    }
}
