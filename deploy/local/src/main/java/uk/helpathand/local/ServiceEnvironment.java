package uk.helpathand.local;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a service is told by its environment. The same names serve {@code compose.yaml} and production. */
final class ServiceEnvironment {

    static final String MAIL_FROM = "help-at-hand@helpathand.example.test";

    /** Half the time to start, for less than top speed later. A bench says otherwise with {@link StackConfig#with}. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** Where a collector is that whoever starts all this has running. */
    private static final String TRACES = "HELPATHAND_TRACES_ENDPOINT";

    private final StackConfig config;
    private final Secrets secrets;
    private final Part service;
    private final int httpPort;
    private final int managementPort;

    ServiceEnvironment(StackConfig config, Secrets secrets, Part service, int httpPort, int managementPort) {
        this.config = config;
        this.secrets = secrets;
        this.service = service;
        this.httpPort = httpPort;
        this.managementPort = managementPort;
    }

    /** For the running service: it never sees the owner of its database. */
    Map<String, String> toServe() {
        var environment = new TreeMap<String, String>();
        var app = PostgresSetup.app(database());
        environment.put("JAVA_TOOL_OPTIONS", QUICK_START);
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("HELPATHAND_HTTP_PORT", Integer.toString(httpPort));
        environment.put("HELPATHAND_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("HELPATHAND_DB_URL", databaseUrl());
        environment.put("HELPATHAND_DB_USER", app);
        environment.put("HELPATHAND_DB_PASSWORD", secrets.password(app));
        environment.put("HELPATHAND_OIDC_URL", Keycloak.issuer(config.ports()));
        environment.put("HELPATHAND_OIDC_CLIENT_SECRET", secrets.password(Keycloak.clientSecret(service)));
        environment.put(
                "HELPATHAND_MASTER_KEY_FILE",
                config.keys().resolve(service.label() + ".master").toString());
        environment.put(
                "HELPATHAND_AUDIT_ANCHOR_FILE",
                config.anchors().resolve(service.label()).toString());
        environment.put("HELPATHAND_MAIL_HOST", "127.0.0.1");
        environment.put("HELPATHAND_MAIL_PORT", Integer.toString(config.ports().smtp()));
        environment.put("HELPATHAND_MAIL_FROM", MAIL_FROM);
        // The rest of the caller's environment stays outside.
        Optional.ofNullable(System.getenv(TRACES)).ifPresent(endpoint -> environment.put(TRACES, endpoint));
        environment.putAll(own());
        environment.putAll(config.extra().getOrDefault(service, Map.of()));
        return environment;
    }

    /** For the command {@code migrate}: the owner, and whom to grant what. */
    Map<String, String> toMigrate() {
        var environment = new TreeMap<String, String>();
        var owner = PostgresSetup.owner(database());
        environment.put("JAVA_TOOL_OPTIONS", QUICK_START);
        environment.put("HELPATHAND_DB_URL", databaseUrl());
        environment.put("HELPATHAND_DB_USER", PostgresSetup.app(database()));
        environment.put("HELPATHAND_DB_OWNER_USER", owner);
        environment.put("HELPATHAND_DB_OWNER_PASSWORD", secrets.password(owner));
        return environment;
    }

    private Map<String, String> own() {
        var ports = config.ports();
        return switch (service) {
            case CONTACT_SERVICE -> {
                var environment = new SmsSetup(config, secrets).environment();
                environment.put("HELPATHAND_CASE_SERVICE_URL", "http://localhost:" + ports.casework());
                yield environment;
            }
            case CASE_SERVICE -> Map.of("HELPATHAND_CONTACT_SERVICE_URL", "http://localhost:" + ports.contact());
            case SMS, MAIL, KEYCLOAK, POSTGRES ->
                throw new IllegalArgumentException(service + " is no service of ours");
        };
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + config.ports().postgres() + "/" + database();
    }

    private String database() {
        return service == Part.CONTACT_SERVICE ? "contact" : "casework";
    }
}
