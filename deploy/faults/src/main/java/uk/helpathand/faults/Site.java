package uk.helpathand.faults;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import uk.helpathand.local.Folders;
import uk.helpathand.local.LocalStack;
import uk.helpathand.local.Part;
import uk.helpathand.local.Ports;
import uk.helpathand.local.StackConfig;
import uk.helpathand.people.AdultPhone;
import uk.helpathand.people.Caller;
import uk.helpathand.people.ChildPhone;
import uk.helpathand.people.Staff;
import uk.helpathand.people.Tokens;

/** The running whole, with a line that can be broken wherever two parts speak, and the people who use it. */
final class Site implements AutoCloseable {

    /** Less than a person waits, so that a client in a black hole tries again within the trial. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /** So that no answer waits for the morning. */
    private static final String AT_ANY_HOUR = "00:00-00:00";

    private static final Consumer<String> NO_NEWS = line -> {};

    private final Map<Link, Line> lines = new EnumMap<>(Link.class);
    private final Map<Part, FalseClock> clocks = new EnumMap<>(Part.class);
    private final Providers providers = new Providers(() -> stack().sms());
    private final Disk disk;
    private final AuditChains audits;
    private final LocalStack stack;
    private final Tokens tokens;
    private final boolean hasDisk;
    private final boolean hasClocks;

    /**
     * @param folder emptied first: data, keys, logs
     * @param learns see {@link LocalStack#archiveClasses()}
     */
    Site(Path repository, Path folder, boolean wantsDisk, boolean wantsClocks, boolean learns) {
        for (var link : Link.values()) {
            lines.put(link, new Line());
        }
        var ports = Ports.free();
        disk = new Disk(folder.resolve("data/postgres"));
        audits = new AuditChains(repository, folder, ports.postgres());
        new LocalStack(new StackConfig(repository, folder, ports, Map.of(), NO_NEWS)).endLeftOvers();
        disk.endLeftOver();
        Folders.delete(folder);
        hasDisk = wantsDisk && disk.mount();
        var library = FalseClock.library().filter(found -> wantsClocks);
        hasClocks = library.isPresent();
        var extra = new EnumMap<Part, Map<String, String>>(Part.class);
        extra.put(Part.CONTACT_SERVICE, environment(contactEnvironment(), Part.CONTACT_SERVICE, folder, library));
        extra.put(Part.CASE_SERVICE, environment(caseEnvironment(), Part.CASE_SERVICE, folder, library));
        extra.put(Part.SMS, Map.of("RETRY_AFTER", "PT1S"));
        stack = new LocalStack(new StackConfig(repository, folder, ports, extra, learns, NO_NEWS));
        line(Link.BROWSER_TO_CONTACT).leadTo(ports.contact());
        line(Link.CASE_TO_CONTACT).leadTo(ports.contact());
        line(Link.CONTACT_TO_CASE).leadTo(ports.casework());
        line(Link.CONTACT_TO_POSTGRES).leadTo(ports.postgres());
        line(Link.CASE_TO_POSTGRES).leadTo(ports.postgres());
        line(Link.PROVIDER_TO_CONTACT).leadTo(ports.contact());
        line(Link.CONTACT_TO_PROVIDER).leadTo(ports.sms());
        tokens = new Tokens(stack.tokenUrl());
    }

    void start() {
        stack.start();
        stack.sms().callbacksTo(url(Link.PROVIDER_TO_CONTACT));
    }

    /** Once it is started. */
    Providers providers() {
        return providers;
    }

    LocalStack stack() {
        return stack;
    }

    Line line(Link link) {
        return lines.get(link);
    }

    /** @throws IllegalStateException when this kind was not asked for */
    FalseClock clock(Part service) {
        if (!hasClocks) {
            throw new IllegalStateException("no false clock");
        }
        return clocks.get(service);
    }

    Disk disk() {
        return disk;
    }

    AuditChains audits() {
        return audits;
    }

    boolean hasDisk() {
        return hasDisk;
    }

    boolean hasClocks() {
        return hasClocks;
    }

    ChildPhone child() {
        return new ChildPhone(line(Link.BROWSER_TO_CONTACT).url(), PATIENCE);
    }

    AdultPhone adult() {
        return new AdultPhone(line(Link.BROWSER_TO_CONTACT).url(), PATIENCE);
    }

    /** A person of the local realm. */
    Staff staff(String name) {
        Supplier<String> token = () -> tokens.ofPerson(name);
        return new Staff(new Caller(stack.caseUrl(), token, PATIENCE), name);
    }

    /** Behind the services. */
    <T> T ask(String database, Query<T> query) {
        try (var connection = stack.superuser(database)) {
            return query.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One number from behind the services. */
    long count(String database, String query) {
        return ask(database, connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    @Override
    public void close() {
        stack.close();
        lines.values().forEach(Line::close);
        disk.close();
    }

    private Map<String, String> contactEnvironment() {
        return Map.of(
                "HELPATHAND_CASE_SERVICE_URL",
                url(Link.CONTACT_TO_CASE).toString(),
                "HELPATHAND_DB_URL",
                database(Link.CONTACT_TO_POSTGRES, "contact"),
                "HELPATHAND_SMS_NOTIFY_URL",
                url(Link.CONTACT_TO_PROVIDER).toString(),
                "HELPATHAND_SMS_TWILIO_URL",
                url(Link.CONTACT_TO_PROVIDER).toString(),
                // As long as a trial has, not as long as a child has.
                "HELPATHAND_TEXTS_SWEEP_EVERY",
                "5s",
                "HELPATHAND_TEXTS_ASK_AFTER",
                "2s",
                "HELPATHAND_SAFE_CONTACT_UNSAID",
                AT_ANY_HOUR,
                // All come from one address.
                "HELPATHAND_FLOODS_FROM_ONE_NETWORK",
                "1000000",
                "HELPATHAND_FLOODS_SAME_WORDS",
                "1000000",
                "HELPATHAND_FLOODS_ALTOGETHER",
                "1000000");
    }

    private Map<String, String> caseEnvironment() {
        return Map.of(
                "HELPATHAND_CONTACT_SERVICE_URL", url(Link.CASE_TO_CONTACT).toString(),
                "HELPATHAND_DB_URL", database(Link.CASE_TO_POSTGRES, "casework"),
                "HELPATHAND_SAFE_CONTACT_UNSAID", AT_ANY_HOUR);
    }

    private Map<String, String> environment(
            Map<String, String> own, Part service, Path folder, Optional<Path> library) {
        var all = new HashMap<>(own);
        library.ifPresent(found -> {
            var clock = new FalseClock(folder.resolve("run").resolve(service.label() + ".clock"));
            clocks.put(service, clock);
            all.putAll(clock.environment(found));
        });
        return Map.copyOf(all);
    }

    private URI url(Link link) {
        return line(link).url();
    }

    private String database(Link link, String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(line(link).port(), name);
    }

    /** What is asked of a database. */
    interface Query<T> {
        T of(Connection connection) throws SQLException;
    }
}
