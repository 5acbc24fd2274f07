package uk.helpathand.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak with the realm of {@code deploy/keycloak} and its local overlay. Its data is kept, so that its
 * signing keys survive a restart and tokens stay good; it is made anew when a realm file changes, because Keycloak does
 * not import a realm that is there already.
 */
final class Keycloak implements RunningPart {

    static final String REALM = "help-at-hand";
    static final String ADMINISTRATOR = "admin";

    /** The name under which the administrator's password is kept. */
    static final String PASSWORD = "keycloak-admin";

    /** The first as Keycloak itself sets it; the second, because what it traces is in Keycloak's own log. */
    private static final String DATABASE_SETTINGS = ";NON_KEYWORDS=VALUE;TRACE_LEVEL_FILE=0";

    private static final String REALM_FILE = REALM + "-realm.json";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final StackConfig config;
    private final Secrets secrets;
    private final ChildProcess process;
    private final Path data;
    private final Path imported;

    Keycloak(StackConfig config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
        this.process = new ChildProcess(config, Part.KEYCLOAK.label());
        this.data = config.data().resolve("keycloak");
        this.imported = data.resolve("imported.sha256");
    }

    @Override
    public void start() {
        var realm = RealmFile.merged(
                config.repository().resolve("deploy/keycloak").resolve(REALM_FILE),
                config.repository().resolve("deploy/keycloak/local").resolve(REALM_FILE));
        try {
            makeReady(realm);
            try {
                launch();
            } catch (Trouble e) {
                if (!Files.exists(imported) || !process.failed()) {
                    throw e;
                }
                // Its file database is the one part here that is not made for kill -9.
                setDataAside();
                launch();
            }
            Files.writeString(imported, fingerprint(realm));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public void stop() {
        process.stop(GRACE);
    }

    @Override
    public void close() {
        process.close(GRACE);
    }

    @Override
    public void kill() {
        process.kill();
    }

    static String url(Ports ports) {
        return "http://localhost:" + ports.keycloak();
    }

    static String issuer(Ports ports) {
        return url(ports) + "/realms/" + REALM;
    }

    /** The name under which the secret of a service account is kept. */
    static String clientSecret(Part service) {
        return service.label() + "-client";
    }

    private void launch() throws IOException {
        var home = new KeycloakHome(config.keycloakHome());
        home.makeWhole();
        process.start(command(), environment());
        Ready.await(URI.create(issuer(config.ports()) + "/.well-known/openid-configuration"), process, PATIENCE);
        process.settled();
        home.nowWhole();
    }

    /** Data of another realm file, or of an import that was cut short, is no use to anyone. */
    private void makeReady(String realm) throws IOException {
        // Before its data is touched.
        process.endLeftOver();
        if (!Files.exists(imported) || !Files.readString(imported).equals(fingerprint(realm))) {
            if (Files.exists(imported)) {
                config.news().accept("keycloak: the realm file has changed, so its data is made anew");
            }
            Folders.delete(data);
        }
        Files.createDirectories(data);
        var folder = Files.createDirectories(config.keycloakHome().resolve("data/import"));
        var half = Files.writeString(Files.createTempFile(folder, "realm", ".half"), realm);
        // The secrets stand in the environment, so this file is the same for every stack of this working copy.
        Files.move(half, folder.resolve(REALM_FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private void setDataAside() throws IOException {
        var aside = data.resolveSibling("keycloak.set-aside");
        config.news()
                .accept("keycloak did not start on its data, which is set aside in %s; trying anew".formatted(aside));
        Folders.delete(aside);
        Files.move(data, aside);
        Files.createDirectories(data);
    }

    private List<String> command() {
        return List.of(
                config.keycloakHome().resolve("bin/kc.sh").toString(),
                ChildProcess.marker(config),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + config.ports().keycloak(),
                "--hostname=" + url(config.ports()),
                "--db-url=jdbc:h2:file:" + data.resolve("h2") + DATABASE_SETTINGS);
    }

    private Map<String, String> environment() {
        return Map.of(
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx384m",
                // It lives for minutes here: what the second compiler would gain, its start would have cost.
                "JAVA_OPTS_APPEND",
                ServiceEnvironment.QUICK_START,
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.password(PASSWORD),
                "HELPATHAND_FRONT_END_URL",
                "http://localhost:3000",
                "HELPATHAND_CONTACT_SERVICE_CLIENT_SECRET",
                secrets.password(clientSecret(Part.CONTACT_SERVICE)),
                "HELPATHAND_CASE_SERVICE_CLIENT_SECRET",
                secrets.password(clientSecret(Part.CASE_SERVICE)));
    }

    /** Of all that went into the import: with other secrets the kept data would refuse the services. */
    private String fingerprint(String realm) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(realm.getBytes(UTF_8));
            digest.update(secrets.password(clientSecret(Part.CONTACT_SERVICE)).getBytes(UTF_8));
            digest.update(secrets.password(clientSecret(Part.CASE_SERVICE)).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
