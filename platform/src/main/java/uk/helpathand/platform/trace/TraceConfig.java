package uk.helpathand.platform.trace;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Whether anything is traced, and who is told. */
@ConfigMapping(prefix = "helpathand.traces")
public interface TraceConfig {

    /** Where a collector takes OTLP over HTTP: {@code http://localhost:4318/v1/traces}. Without it nothing is traced. */
    Optional<URI> endpoint();
}
