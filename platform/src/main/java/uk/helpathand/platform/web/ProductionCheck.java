package uk.helpathand.platform.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Production refuses to start with the conveniences of a local start: plain http to another machine's service, passwords
 * that everybody knows. The database and the key file have checks of their own.
 */
@Startup
@Singleton
public class ProductionCheck {

    private static final int SHORTEST_SECRET = 12;
    private static final Set<String> KNOWN = Set.of("password", "postgres", "local-only", "changeme", "change-me");
    private static final Pattern REMOTE_URL =
            Pattern.compile("quarkus\\.(oidc\\.auth-server-url|oidc-client\\.auth-server-url|rest-client\\..+\\.url)"
                    + "|helpathand\\..+\\.public-url");
    /** What another program proves itself with at our door, or we at its. Notify itself takes none under ten characters. */
    private static final Pattern TOKENS = Pattern.compile("helpathand\\..+\\.(tokens|auth-tokens|api-key)");

    private static final int SHORTEST_TOKEN = 10;
    private static final List<String> SECRETS =
            List.of("quarkus.datasource.password", "quarkus.oidc-client.credentials.secret");

    @Inject
    Config config;

    @PostConstruct
    void check() {
        if (LaunchMode.current() != LaunchMode.NORMAL || !ConfigUtils.isProfileActive("prod")) {
            return;
        }
        List<String> faults = faults(config);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Not fit for production: " + String.join("; ", faults));
        }
    }

    static List<String> faults(Config config) {
        var faults = new ArrayList<String>();
        names(config, REMOTE_URL)
                .filter(name -> !config.getOptionalValue(name, String.class)
                        .orElse("https:")
                        .startsWith("https:"))
                .forEach(name -> faults.add(name + " must be https"));
        names(config, TOKENS)
                .filter(name -> config.getOptionalValues(name, String.class).orElse(List.of()).stream()
                        .map(String::strip)
                        .anyMatch(token -> token.length() < SHORTEST_TOKEN || KNOWN.contains(token)))
                .forEach(name -> faults.add(name + " must be secrets of their own, 10 characters or more"));
        for (String name : SECRETS) {
            String secret = config.getOptionalValue(name, String.class).orElse("");
            if (secret.length() < SHORTEST_SECRET || KNOWN.contains(secret)) {
                faults.add(name + " must be a secret of its own, 12 characters or more");
            }
        }
        if (config.getOptionalValue("helpathand.audit.anchor-file", String.class)
                .orElse("")
                .isBlank()) {
            faults.add("helpathand.audit.anchor-file must be set: without it a truncated audit is not found");
        }
        if ("off"
                .equals(config.getOptionalValue("helpathand.audit.seal-every", String.class)
                        .orElse(""))) {
            faults.add("helpathand.audit.seal-every must not be off");
        }
        return faults;
    }

    private static Stream<String> names(Config config, Pattern pattern) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(name -> name.replace("\"", ""))
                .filter(name -> pattern.matcher(name).matches())
                .sorted();
    }
}
