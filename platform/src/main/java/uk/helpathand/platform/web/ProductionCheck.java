package uk.helpathand.platform.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Production refuses to start with the conveniences of a local start, and with settings that open a door. Whatever is not a
 * local start is production. It comes before all that would use those settings: a password is not sent over a line that is not
 * safe in order to find out. The database, the key file and the alerts have checks of their own; the list of all is in
 * docs/security.md.
 */
@Startup(Interceptor.Priority.PLATFORM_BEFORE)
@Singleton
public class ProductionCheck {

    private static final String LOCAL = "local";
    private static final Set<String> CONVENIENT = Set.of(LOCAL, "dev", "test");

    @Inject
    Config config;

    /** From {@code main}, before anything is started: Hibernate asks the database who it is before there is any bean. */
    public static void beforeStart() {
        check(ConfigProvider.getConfig());
    }

    @PostConstruct
    void check() {
        check(config);
    }

    private static void check(Config config) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        List<String> faults = faults(ConfigUtils.getProfiles(), config);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Not fit for production: " + String.join("; ", faults));
        }
    }

    /** @param profiles that are on; {@code local} alone may be anything */
    static List<String> faults(List<String> profiles, Config config) {
        if (profiles.equals(List.of(LOCAL))) {
            return List.of();
        }
        var faults = new ArrayList<String>();
        if (!profiles.contains("prod") || profiles.stream().anyMatch(CONVENIENT::contains)) {
            faults.add("quarkus.profile must be prod, or local and nothing else");
        }
        faults.addAll(UnsafeSettings.in(config));
        return faults;
    }
}
