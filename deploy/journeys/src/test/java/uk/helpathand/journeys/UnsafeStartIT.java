package uk.helpathand.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.helpathand.local.Part;
import uk.helpathand.local.StackConfig;

/** What is packaged, started as production with settings that are not: it says so before it uses a single one of them. */
class UnsafeStartIT {

    private static final String PASSWORD = "changeme-0123456789";

    @ParameterizedTest
    @EnumSource(names = {"CONTACT_SERVICE", "CASE_SERVICE"})
    void noPasswordGoesOverALineThatIsNotSafe(Part service) throws Exception {
        var calls = new AtomicInteger();
        try (var database = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> count(database, calls));

            var start = start(service, database.getLocalPort());
            String said = new String(start.getInputStream().readAllBytes(), UTF_8);

            assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(start.exitValue()).isNotZero();
            assertThat(said)
                    .contains("Not fit for production", "quarkus.datasource.jdbc.url must say sslmode=verify-full")
                    .doesNotContain(PASSWORD);
            assertThat(calls).as("calls at the database").hasValue(0);
        }
    }

    private static Process start(Part service, int port) throws IOException {
        Path jar = StackConfig.quarkusJar(Path.of("../.."), service);
        var start = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar", jar.toString());
        start.environment().clear();
        start.environment()
                .putAll(Map.of(
                        "HELPATHAND_DB_URL",
                        "jdbc:postgresql://127.0.0.1:" + port + "/casework",
                        "HELPATHAND_DB_USER",
                        "app",
                        "HELPATHAND_DB_PASSWORD",
                        PASSWORD,
                        "HELPATHAND_OIDC_URL",
                        "https://login.helpathand.example.org/realms/help-at-hand",
                        "HELPATHAND_OIDC_CLIENT_SECRET",
                        PASSWORD));
        return start.redirectErrorStream(true).start();
    }

    private static void count(ServerSocket database, AtomicInteger calls) {
        while (!database.isClosed()) {
            try {
                database.accept().close();
                calls.incrementAndGet();
            } catch (IOException e) {
                return;
            }
        }
    }
}
