package uk.helpathand.platform.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import uk.helpathand.api.AuditFinding;
import uk.helpathand.api.AuditVerificationView;

/**
 * The check of the chain as a command ({@code java -jar quarkus-run.jar verify-audit}), for those who trust neither the
 * running service nor whoever runs it: it needs a role that may read, and the anchors, from wherever they are kept.
 */
public final class VerifyCommand {

    /** What {@code Main} is called with. */
    public static final String NAME = "verify-audit";

    private VerifyCommand() {}

    /**
     * From the environment: HELPATHAND_DB_URL, HELPATHAND_DB_USER, HELPATHAND_DB_PASSWORD, HELPATHAND_AUDIT_ANCHOR_FILE.
     *
     * @return 0 when the chain is whole, else 1
     */
    public static int runFromEnvironment() throws SQLException, IOException {
        return run(
                environment("HELPATHAND_DB_URL"),
                environment("HELPATHAND_DB_USER"),
                environment("HELPATHAND_DB_PASSWORD"),
                Path.of(environment("HELPATHAND_AUDIT_ANCHOR_FILE")),
                System.out);
    }

    static int run(String url, String user, String password, Path anchorFile, PrintStream out)
            throws SQLException, IOException {
        if (!Files.isReadable(anchorFile)) {
            throw new IllegalArgumentException("There is no file of anchors at " + anchorFile);
        }
        AuditVerificationView view = new Verification(
                        () -> DriverManager.getConnection(url, user, password),
                        new FileAnchors(anchorFile),
                        Clock.systemUTC())
                .run();
        out.printf("%d rows sealed, %d not yet, head %s%n", view.sealed(), view.unsealed(), view.head());
        out.printf("newest anchor: %s%n", view.anchoredAt() == null ? "none" : view.anchoredAt());
        for (AuditFinding finding : view.findings()) {
            out.printf("%s at seal %d (%s)%n", finding.kind().wire(), finding.sequence(), finding.at());
        }
        out.println(view.whole() ? "The chain is whole." : "THE CHAIN IS BROKEN. See docs/audit.md.");
        return view.whole() ? 0 : 1;
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Set " + name);
        }
        return value;
    }
}
