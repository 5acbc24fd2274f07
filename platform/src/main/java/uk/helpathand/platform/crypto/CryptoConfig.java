package uk.helpathand.platform.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the keys are. */
@ConfigMapping(prefix = "helpathand.crypto")
public interface CryptoConfig {

    /** A properties file outside the database, see {@link MasterKeys}. */
    Path masterKeyFile();

    /** Make a key file at the first start. For local use only: such a file is marked, and production refuses it. */
    @WithDefault("false")
    boolean createIfMissing();
}
