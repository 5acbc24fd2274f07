package uk.helpathand.casework.alert;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import uk.helpathand.casework.alert.AlertConfig.Person;

/** Production refuses to start with alerts that would reach nobody. An empty rota is refused everywhere, by {@link Rota}. */
@Startup
@Singleton
class AlertingCheck {

    /** Domains that can never be anybody's (RFC 2606). */
    private static final List<String> NOBODYS = List.of(".test", ".example", ".invalid", ".localhost");

    @Inject
    Config config;

    @Inject
    AlertConfig alerts;

    @PostConstruct
    void check() {
        if (LaunchMode.current() != LaunchMode.NORMAL || !ConfigUtils.isProfileActive("prod")) {
            return;
        }
        List<String> faults = faults(config, alerts);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Not fit for production: " + String.join("; ", faults));
        }
    }

    static List<String> faults(Config config, AlertConfig alerts) {
        var faults = new ArrayList<String>();
        if (config.getOptionalValue("quarkus.mailer.mock", Boolean.class).orElse(false)) {
            faults.add("quarkus.mailer.mock must be off: alerts would go nowhere");
        }
        boolean anybodyUnreachable = Stream.concat(
                        alerts.otherwise().stream(), alerts.slots().stream().flatMap(slot -> slot.people().stream()))
                .map(Person::email)
                .anyMatch(AlertingCheck::reachesNobody);
        if (anybodyUnreachable) {
            faults.add("helpathand.alerts has an address that reaches nobody");
        }
        return faults;
    }

    private static boolean reachesNobody(String email) {
        return !email.contains("@") || NOBODYS.stream().anyMatch(email::endsWith);
    }
}
