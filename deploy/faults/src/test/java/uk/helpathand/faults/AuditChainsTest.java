package uk.helpathand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of that which verify-audit says. */
class AuditChainsTest {

    private static final String HEAD = "318 rows sealed, 0 not yet, head 5f1c\nnewest anchor: 2026-11-28T23:10:01Z\n";

    @Test
    void aChainThatIsWholeIsNoLine() {
        assertThat(AuditChains.told("case-service", 0, HEAD + "The chain is whole.\n"))
                .isEmpty();
    }

    @Test
    void oneThatIsNotIsALineWithWhatIsWrong() {
        var said = HEAD
                + "changed at seal 3 (2026-11-28T23:10:01Z)\nrow-missing at seal 5 (2026-11-28T23:10:03Z)\n"
                + "THE CHAIN IS BROKEN. See docs/audit.md.\n";

        assertThat(AuditChains.told("case-service", 1, said))
                .contains("the audit of case-service is not whole: changed at seal 3 (2026-11-28T23:10:01Z), "
                        + "row-missing at seal 5 (2026-11-28T23:10:03Z)");
    }

    /** Whatever was made of it otherwise: nobody has said that it is whole. */
    @Test
    void whatCannotBeAskedIsNotTakenForWhole(@TempDir Path nothing) throws IOException {
        Files.createDirectories(nothing.resolve("keys"));
        Files.writeString(nothing.resolve("keys/contact_app.password"), "none");
        Files.writeString(nothing.resolve("keys/casework_app.password"), "none");

        assertThatThrownBy(() -> new AuditChains(nothing, nothing, 1).broken())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("verify-audit of ")
                .hasMessageContaining("quarkus-run.jar");
    }
}
