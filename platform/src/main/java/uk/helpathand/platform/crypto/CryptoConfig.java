package uk.helpathand.platform.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the keys are, and how they turn (docs/keys.md). */
@ConfigMapping(prefix = "helpathand.crypto")
public interface CryptoConfig {

    /** A properties file outside the database, see {@link KeyFile}. */
    Path masterKeyFile();

    /** Make a key file at the first start. For local use only: such a file is marked, and production refuses it. */
    @WithDefault("false")
    boolean createIfMissing();

    /** How often a replica looks for other keys, and for data keys to be wrapped anew. */
    @WithDefault("5s")
    Duration poll();

    /**
     * How long a version must have been known to one replica before any writes with it. Longer than it takes a changed file to
     * reach every replica: Kubernetes may take two minutes for a mounted secret.
     */
    @WithDefault("5m")
    Duration grace();
}
