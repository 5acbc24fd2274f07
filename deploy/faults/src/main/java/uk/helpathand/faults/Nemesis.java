package uk.helpathand.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import uk.helpathand.local.Part;
import uk.helpathand.local.Program;
import uk.helpathand.people.Caller;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Http;

/** Does a fault to the site, for a bounded time, and makes it good again. */
final class Nemesis {

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /** Connections that an earlier fault killed are found after 15 s. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Site site;
    private final Lengths lengths;
    private final TextFaults texts;

    Nemesis(Site site, Lengths lengths, TextFaults texts) {
        this.site = site;
        this.lengths = lengths;
        this.texts = texts;
    }

    /** Returns when the fault is over and whatever was killed is up. */
    void strike(Fault fault) {
        switch (fault.kind()) {
            case KILL_CONTACT -> killed(Part.CONTACT_SERVICE, Duration.ZERO);
            case KILL_CASE -> killed(Part.CASE_SERVICE, Duration.ZERO);
            case KILL_POSTMASTER -> killed(Part.POSTGRES, Duration.ZERO);
            case KILL_BACKEND -> killBackend(database(fault));
            case STOP_CONTACT -> stopped(Part.CONTACT_SERVICE);
            case STOP_CASE -> stopped(Part.CASE_SERVICE);
            case STOP_POSTGRES -> stopped(Part.POSTGRES);
            case DELAY, RESET, BLACK_HOLE, HALF_CLOSE -> weather(fault);
            case POOL -> starved(fault);
            case KEYCLOAK_DOWN -> killed(Part.KEYCLOAK, lengths.noKeycloak());
            case CASE_DOWN -> killed(Part.CASE_SERVICE, lengths.noCase());
            case DISK_FULL -> diskFull();
            case CLOCK -> clock(fault);
            case WEBHOOK_KILL -> texts.killAtWebhook(fault);
            case PROVIDER_DOWN -> texts.providersDown();
            case SEND_LOST -> texts.sendsLost(fault);
        }
    }

    private void killed(Part part, Duration down) {
        site.stack().kill(part);
        pause(down);
        site.stack().start(part);
    }

    /**
     * One session of the service dies; PostgreSQL then ends them all and recovers by itself. Looked for again where there is
     * none just now, or the one that was found has ended meanwhile.
     */
    private void killBackend(String database) {
        Eventually.holds("a session of the service is killed", () -> {
            var pid = site.count("postgres", """
                    SELECT coalesce((SELECT pid FROM pg_stat_activity
                        WHERE datname = '%s' AND usename = '%s_app' AND backend_type = 'client backend'
                        ORDER BY query_start DESC NULLS LAST LIMIT 1), 0)""".formatted(database, database));
            return pid != 0 && Program.succeeds("kill", "-KILL", Long.toString(pid));
        });
    }

    private void stopped(Part part) {
        site.stack().pause(part);
        try {
            pause(lengths.stopped());
        } finally {
            site.stack().resume(part);
        }
    }

    private void weather(Fault fault) {
        var line = site.line(fault.link());
        line.weather(fault.weather());
        try {
            pause(lengths.line());
        } finally {
            line.weather(Weather.CALM);
        }
    }

    /** Every session of the pool waits for a lock that we hold, and whoever comes after gets none. */
    private void starved(Fault fault) {
        var database = database(fault);
        site.ask(database, connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var crowd = new Crowd(call(fault))) {
                statement.execute("LOCK TABLE conversation, outbox IN ACCESS EXCLUSIVE MODE");
                if (fault.onContact()) {
                    statement.execute("LOCK TABLE reading_session IN ACCESS EXCLUSIVE MODE");
                }
                crowd.come();
                Eventually.holds("every session of the pool waits", LONG, () -> waiting(database) >= Crowd.SESSIONS);
                pause(lengths.starved());
            } finally {
                connection.rollback();
            }
            return null;
        });
    }

    private long waiting(String database) {
        return site.count("postgres", """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = '%s' AND usename = '%s_app' AND wait_event_type = 'Lock'""".formatted(database, database));
    }

    /** A page of a thread that nobody has opened, or a list of the team. */
    private Runnable call(Fault fault) {
        if (!fault.onContact()) {
            return () -> site.staff("ben").api().get("/v1/conversations");
        }
        var nobody = new Caller(site.stack().contactUrl(), () -> null);
        return () -> Http.send(
                nobody.request("/messages")
                        .header("Cookie", "__Host-read=" + "x".repeat(32))
                        .GET(),
                PATIENCE);
    }

    private void diskFull() {
        site.disk().fill();
        try {
            pause(lengths.full());
        } finally {
            site.disk().free();
        }
        // It may have given up, as it should when it cannot write its log.
        if (!site.stack().alive(Part.POSTGRES) || !answers()) {
            site.stack().stop(Part.POSTGRES);
            site.stack().start(Part.POSTGRES);
        }
    }

    private boolean answers() {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            try (var connection = site.stack().superuser("postgres")) {
                return connection.isValid(5);
            } catch (SQLException e) {
                pause(Duration.ofMillis(500));
            }
        }
        return false;
    }

    private void clock(Fault fault) {
        var clock = site.clock(fault.onContact() ? Part.CONTACT_SERVICE : Part.CASE_SERVICE);
        clock.off(fault.ahead());
        try {
            pause(lengths.clock());
        } finally {
            clock.right();
        }
    }

    private static String database(Fault fault) {
        return fault.onContact() ? "contact" : "casework";
    }

    /** Not to wait for something: so long is the fault. */
    static void pause(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off", e);
        }
    }
}
