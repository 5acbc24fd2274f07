package uk.helpathand.platform.web;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What says in a token of staff that they proved themselves twice. Production refuses to start without {@link #acr()}. */
@ConfigMapping(prefix = "helpathand.access")
public interface FactorConfig {

    /** Values of {@code acr} (OpenID Connect) that count as two factors, as the realm gives them. Without any nobody is asked. */
    Optional<List<String>> acr();

    /** Values of {@code amr} (RFC 8176) of which the token has to name one as well, where the realm tells them. */
    Optional<List<String>> amr();
}
