package uk.helpathand.platform.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the audit is sealed and anchored. See docs/audit.md. */
@ConfigMapping(prefix = "helpathand.audit")
public interface AuditConfig {

    /** How often new rows are sealed. {@code off} only in tests, which seal by hand; production refuses it. */
    @WithDefault("1s")
    String sealEvery();

    /** The file of anchors, on another volume than the database. Its folder must be there. Production refuses to do without. */
    Optional<Path> anchorFile();

    /** An anchor is also made when this has passed without a new seal: it says that nothing was taken away since. */
    @WithDefault("20s")
    Duration anchorAtLeastEvery();

    /** So many calls a minute and replica whose token proves nobody are on record. Beyond that they are counted only. */
    @WithDefault("60")
    int badTokensAMinute();

    default boolean isSealing() {
        return !sealEvery().equals("off");
    }
}
