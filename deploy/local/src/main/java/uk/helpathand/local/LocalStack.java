package uk.helpathand.local;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
    private final Keycloak keycloak;
    private final MailSink mail;
    private final LocalSms sms;
    private final ServiceProcess contact;
    private final ServiceProcess casework;
    private final List<ServiceProcess> replicas = new CopyOnWriteArrayList<>();

    /** A test run that is broken off must not leave five programs behind. */
    private final Thread atExit = new Thread(this::closeParts, "close-stack");

    public LocalStack(StackConfig config) {
        this.config = config;
        this.secrets = new Secrets(config.keys());
        this.postgres = new Postgres(config, secrets);
        this.keycloak = new Keycloak(config, secrets);
        this.mail = new MailSink(config.ports());
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
        switch (part) {
            case POSTGRES -> postgres.start();
            case KEYCLOAK -> keycloak.start();
            case MAIL -> mail.start();
            case SMS -> sms.start();
            case CONTACT_SERVICE -> contact.start();
            case CASE_SERVICE -> casework.start();
        }
    }

    /** Stops one part in good order. */
    public void stop(Part part) {
        switch (part) {
            case POSTGRES -> postgres.stop();
            case KEYCLOAK -> keycloak.stop();
            case MAIL -> mail.stop();
            case SMS -> sms.stop();
            case CONTACT_SERVICE -> contact.stop();
            case CASE_SERVICE -> casework.stop();
        }
    }

    /** Ends one part as {@code kill -9} does. Nothing starts it again but {@link #start(Part)}. */
    public void kill(Part part) {
        switch (part) {
            case POSTGRES -> postgres.kill();
            case KEYCLOAK -> keycloak.kill();
            case SMS, MAIL -> throw new IllegalArgumentException(part + " has no process of its own");
            case CONTACT_SERVICE -> contact.kill();
            case CASE_SERVICE -> casework.kill();
        }
    }

    /** Holds one part still, as SIGSTOP does: its connections stay open and nothing answers. */
    public void pause(Part part) {
        signal(part, "STOP");
    }

    /** Lets it go on. */
    public void resume(Part part) {
        signal(part, "CONT");
    }

    private void signal(Part part, String signal) {
        switch (part) {
            case POSTGRES -> postgres.signal(signal);
            case KEYCLOAK, SMS, MAIL -> throw new IllegalArgumentException(part + " is not held still");
            case CONTACT_SERVICE -> contact.signal(signal);
            case CASE_SERVICE -> casework.signal(signal);
        }
    }

    public boolean alive(Part part) {
        return switch (part) {
            case POSTGRES -> postgres.alive();
            case KEYCLOAK -> keycloak.alive();
            case MAIL -> mail.alive();
            case SMS -> sms.alive();
            case CONTACT_SERVICE -> contact.alive();
            case CASE_SERVICE -> casework.alive();
        };
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
        casework.close();
        contact.close();
        sms.close();
        mail.stop();
        keycloak.close();
        postgres.close();
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
