package uk.helpathand.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import uk.helpathand.local.LocalStack;
import uk.helpathand.local.Part;
import uk.helpathand.local.Ports;
import uk.helpathand.local.StackConfig;

/** Everything, running: what {@code deploy/up} starts, with its heap, but at top speed; on ports and data of its own. */
final class Whole implements AutoCloseable {

    private static final Map<String, String> NO_FLOODS = Map.of(
            // All children of a bench come from one address.
            "HELPATHAND_FLOODS_FROM_ONE_NETWORK", "100000000",
            "HELPATHAND_FLOODS_SAME_WORDS", "100000000",
            "HELPATHAND_FLOODS_ALTOGETHER", "100000000");

    final LocalStack stack;
    final Path folder;
    private final StackConfig config;
    final Ports ports = Ports.free();

    private final boolean profile;
    private final HttpClient client = HttpClient.newHttpClient();

    /**
     * @param leaveTo where "Leave this page" leads
     * @param profile with a flight recording of each service in the folder
     */
    Whole(Path repository, Path folder, URI leaveTo, boolean profile) {
        this.folder = folder;
        this.profile = profile;
        var extra = new EnumMap<Part, Map<String, String>>(Part.class);
        var contact = new HashMap<>(topSpeed("contact-service"));
        contact.putAll(NO_FLOODS);
        contact.put("HELPATHAND_PAGE_LEAVE_TO", leaveTo.toString());
        extra.put(Part.CONTACT_SERVICE, contact);
        extra.put(Part.CASE_SERVICE, topSpeed("case-service"));
        config = new StackConfig(repository, folder, ports, extra, true, line -> {});
        stack = new LocalStack(config);
    }

    /**
     * With both compilers, as in production: deploy/up trades top speed for a quicker start.
     *
     * @param name of the recording
     */
    Map<String, String> topSpeed(String name) {
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                profile
                        ? "-XX:NativeMemoryTracking=summary -XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                                + folder.resolve(name + ".jfr")
                        : "-Dhelpathand.bench=true");
    }

    /** From archives of their classes, as every start of deploy/up but the first after a build. */
    void start() {
        stack.start();
        stack.archiveClasses();
        for (Part service : new Part[] {Part.CONTACT_SERVICE, Part.CASE_SERVICE}) {
            stack.stop(service);
            stack.start(service);
        }
    }

    /** The program of a service, as packaged. */
    Path jar(Part service) {
        return config.quarkusJar(service);
    }

    String password(String role) {
        try {
            return Files.readString(folder.resolve("keys").resolve(role + ".password"))
                    .strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of an adviser; good for two minutes. */
    String adviser() {
        return token(Map.of(
                "grant_type", "password", "client_id", "front-end", "username", "ada", "password", "local-only"));
    }

    /** With which contact-service hands over; good for some minutes. */
    String contactService() {
        return token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "contact-service",
                "client_secret",
                stack.clientSecret(Part.CONTACT_SERVICE)));
    }

    private String token(Map<String, String> grant) {
        String form = grant.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(stack.tokenUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return new ObjectMapper()
                    .readTree(answer.body())
                    .required("access_token")
                    .asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As the superuser. */
    void execute(String database, String sql) {
        try (Connection connection = stack.superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row, as the superuser; null when there is none. */
    String ask(String database, String sql) {
        try (Connection connection = stack.superuser(database);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String database, String table) {
        return Long.parseLong(ask(database, "SELECT count(*) FROM " + table));
    }

    @Override
    public void close() {
        stack.close();
    }
}
