package uk.helpathand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Keycloak as unpacked. At its very first start it rewrites a part of itself for the chosen options, which takes half a
 * minute; a kill in the middle would leave it broken for good. So that part is kept aside until a start has succeeded.
 */
final class KeycloakHome {

    private final Path rewritten;
    private final Path aside;
    private final Path whole;

    KeycloakHome(Path home) {
        this.rewritten = home.resolve("lib/quarkus");
        this.aside = home.resolve("lib/quarkus.as-unpacked");
        this.whole = home.resolve("lib/quarkus.whole");
    }

    /** The version that the build unpacked. */
    static String version() {
        var versions = new Properties();
        try (var resource = KeycloakHome.class.getResourceAsStream("versions.properties")) {
            versions.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty("keycloak");
    }

    void makeWhole() throws IOException {
        if (!Files.isDirectory(rewritten) && !Files.isDirectory(aside)) {
            throw Trouble.notReady("Keycloak is not unpacked. Run ./mvnw -pl deploy/local package.");
        }
        if (Files.exists(whole)) {
            return;
        }
        if (Files.isDirectory(aside)) {
            Folders.delete(rewritten);
            Folders.copy(aside, rewritten);
        } else {
            var half = aside.resolveSibling("quarkus.half");
            Folders.delete(half);
            Folders.copy(rewritten, half);
            Files.move(half, aside);
        }
    }

    void nowWhole() throws IOException {
        if (!Files.exists(whole)) {
            Files.createFile(whole);
        }
    }
}
