package uk.helpathand.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done to the running whole, each bounded in time. */
enum Kind {
    KILL_CONTACT("kill -9 of contact-service"),
    KILL_CASE("kill -9 of case-service"),
    KILL_BACKEND("kill -9 of a PostgreSQL backend"),
    KILL_POSTMASTER("kill -9 of the postmaster"),
    STOP_CONTACT("SIGSTOP of contact-service"),
    STOP_CASE("SIGSTOP of case-service"),
    STOP_POSTGRES("SIGSTOP of PostgreSQL"),
    DELAY("a line delays"),
    RESET("a line resets"),
    BLACK_HOLE("a line swallows"),
    HALF_CLOSE("a line half closes"),
    POOL("connection pool exhausted"),
    KEYCLOAK_DOWN("Keycloak down"),
    CASE_DOWN("case-service down for long"),
    DISK_FULL("full disk under PostgreSQL"),
    CLOCK("clock of a service off by two hours"),
    WEBHOOK_KILL("kill -9 at a webhook's answer"),
    PROVIDER_DOWN("providers of texts down"),
    SEND_LOST("answers to sent texts lost");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** For the table. */
    String words() {
        return words;
    }

    /** For the command line. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is another fault on every line, in every direction, at every moment. */
    boolean hasMany() {
        return switch (this) {
            case DELAY, RESET, BLACK_HOLE, HALF_CLOSE, KILL_BACKEND, WEBHOOK_KILL -> true;
            default -> false;
        };
    }

    static Optional<Kind> ofOption(String option) {
        return Arrays.stream(values())
                .filter(kind -> kind.option().equals(option))
                .findFirst();
    }
}
