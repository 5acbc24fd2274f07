package uk.helpathand.local;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.helpathand.local.sms.SmsSimulator;

/**
 * Everything that Help at Hand is, on one machine: PostgreSQL, Keycloak, a mail sink, simulated providers of text
 * messages, and both services as packaged.
 * Serves {@code deploy/up} and the journeys, which give it a folder and ports of their own.
 */
public final class LocalStack implements AutoCloseable {

    private final StackConfig config;
    private final Secrets secrets;
    private final Postgres postgres;
    private final LocalSms sms;
    private final ServiceProcess contact;
    private final ServiceProcess casework;

    /** In the order in which they are stopped. */
    private final Map<Part, RunningPart> parts = new EnumMap<>(Part.class);

    private final List<ServiceProcess> replicas = new CopyOnWriteArrayList<>();

    /** A test run that is broken off must not leave five programs behind. */
    private final Thread atExit = new Thread(this::closeParts, "close-stack");

    public LocalStack(StackConfig config) {
        this.config = config;
        this.secrets = new Secrets(config.keys());
        this.postgres = new Postgres(config, secrets);
        this.sms = new LocalSms(new SmsSetup(config, secrets));
        this.contact = service(
                Part.CONTACT_SERVICE,
                Part.CONTACT_SERVICE.label(),
                config.ports().contact(),
                config.ports().contactManagement());
        this.casework = service(
                Part.CASE_SERVICE,
                Part.CASE_SERVICE.label(),
                config.ports().casework(),
                config.ports().caseworkManagement());
        parts.put(Part.POSTGRES, postgres);
        parts.put(Part.KEYCLOAK, new Keycloak(config, secrets));
        parts.put(Part.MAIL, new MailSink(config.ports()));
        parts.put(Part.SMS, sms);
        parts.put(Part.CONTACT_SERVICE, contact);
        parts.put(Part.CASE_SERVICE, casework);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws Trouble as soon as one part fails; the others are then stopped
     */
    public void start() {
        Runtime.getRuntime().addShutdownHook(atExit);
        config.createFolders();
        endLeftOvers();
        try {
            new Startup(config, this::start).run(contact::migrate, casework::migrate);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts one part again and returns when it is ready. */
    public void start(Part part) {
        parts.get(part).start();
    }

    /** Stops one part in good order. */
    public void stop(Part part) {
        parts.get(part).stop();
    }

    /** Ends one part as {@code kill -9} does. Nothing starts it again but {@link #start(Part)}. */
    public void kill(Part part) {
        parts.get(part).kill();
    }

    /** Holds PostgreSQL or a service still, as SIGSTOP does: its connections stay open and nothing answers. */
    public void pause(Part part) {
        parts.get(part).signal("STOP");
    }

    /** Lets it go on. */
    public void resume(Part part) {
        parts.get(part).signal("CONT");
    }

    public boolean alive(Part part) {
        return parts.get(part).alive();
    }

    /** A second copy of a service on the same database, not yet started; stopped with the stack. */
    public ServiceProcess replica(Part service, String name) {
        return replica(service, name, Map.of());
    }

    /** @param environment over what the first copy is given */
    public ServiceProcess replica(Part service, String name, Map<String, String> environment) {
        var free = Ports.free();
        var own = config;
        for (var variable : environment.entrySet()) {
            own = own.with(service, variable.getKey(), variable.getValue());
        }
        var replica = new ServiceProcess(own, secrets, service, name, free.contact(), free.contactManagement());
        replicas.add(replica);
        return replica;
    }

    /**
     * Makes what lets the services start in half of the time from the next start on, unless it is there. Takes half a minute and
     * disturbs nobody.
     *
     * @throws Trouble when it cannot be made
     */
    public void archiveClasses() {
        contact.archiveClasses();
        casework.archiveClasses();
    }

    /** Stops everything, the services first. What is closed does not start again. */
    @Override
    public void close() {
        closeParts();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook at work.
        }
    }

    private void closeParts() {
        replicas.forEach(ServiceProcess::close);
        parts.values().forEach(RunningPart::close);
    }

    /** Ends what a killed supervisor left running, replicas too. Returns the names of what was found. */
    public List<String> endLeftOvers() {
        var found = new ArrayList<>(ChildProcess.endLeftOvers(config));
        if (postgres.endLeftOver()) {
            found.add(Part.POSTGRES.label());
        }
        return found;
    }

    public URI contactUrl() {
        return contact.url();
    }

    public URI caseUrl() {
        return casework.url();
    }

    public URI contactManagement() {
        return contact.management();
    }

    public URI caseManagement() {
        return casework.management();
    }

    public URI mailUrl() {
        return URI.create("http://localhost:" + config.ports().mailPage());
    }

    public URI smsUrl() {
        return URI.create("http://localhost:" + config.ports().sms());
    }

    /** The simulated providers and phones, once they have been started. */
    public SmsSimulator sms() {
        return sms.simulator();
    }

    public URI keycloakUrl() {
        return URI.create(Keycloak.url(config.ports()));
    }

    /** Whose tokens the services believe, without a slash at the end. */
    public URI realmUrl() {
        return URI.create(Keycloak.issuer(config.ports()));
    }

    public URI tokenUrl() {
        return URI.create(realmUrl() + "/protocol/openid-connect/token");
    }

    /** The secret with which a service gets tokens of its own. */
    public String clientSecret(Part service) {
        return secrets.password(Keycloak.clientSecret(service));
    }

    /** The password of Keycloak's own administrator, {@code admin}, for tests that change who works here. */
    public String keycloakPassword() {
        return secrets.password(Keycloak.PASSWORD);
    }

    /** A connection that may see and do everything, for tests that look behind the services. */
    public Connection superuser(String database) throws SQLException {
        return postgres.superuser(database);
    }

    /**
     * Copies both databases while they run, and keys and passwords into another folder. See {@link Restore}.
     *
     * @return the backup point: what was acknowledged before is in it
     */
    public Instant backup(Path folder, Path keys) {
        var backup = new Backup(config);
        backup.copyKeys(keys);
        return backup.take(folder);
    }

    public Path logs() {
        return config.logs();
    }

    private ServiceProcess service(Part part, String name, int httpPort, int managementPort) {
        return new ServiceProcess(config, secrets, part, name, httpPort, managementPort);
    }
}
