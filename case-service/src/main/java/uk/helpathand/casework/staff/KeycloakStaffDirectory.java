package uk.helpathand.casework.staff;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.Role;
import uk.helpathand.casework.staff.KeycloakAdminClient.User;
import uk.helpathand.platform.time.Jobs;

/** The staff directory of Keycloak: the members of each staff role of the realm, which has no other people. */
@ApplicationScoped
class KeycloakStaffDirectory implements StaffDirectory {

    /** All of a team at once: whoever comes or goes between two pages could be missed. */
    private static final int PAGE = 500;

    private static final Comparator<Colleague> BY_NAME =
            Comparator.comparing(Colleague::name).thenComparing(Colleague::id);

    @Inject
    @RestClient
    KeycloakAdminClient keycloak;

    @Inject
    StaffConfig config;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @Inject
    Clock clock;

    private volatile Reading last = new Reading(Instant.EPOCH, Map.of());
    private long triedAt = System.nanoTime() - Duration.ofHours(1).toNanos();
    private boolean failing;

    /**
     * What was read, and who was asked for since and has no staff role.
     *
     * @param at before the first question
     */
    private record Reading(Instant at, Map<String, Colleague> staff, Map<String, Optional<Colleague>> others) {

        Reading(Instant at, Map<String, Colleague> staff) {
            this(at, staff, new ConcurrentHashMap<>());
        }
    }

    @Override
    public boolean isCurrent() {
        // A clock that was put back must not make old news young.
        return Duration.between(last.at, clock.instant()).abs().compareTo(config.life()) <= 0;
    }

    @Override
    public Optional<Colleague> find(String subject) {
        return Optional.ofNullable(last.staff.get(subject));
    }

    @Override
    public List<Colleague> all() {
        return last.staff.values().stream().sorted(BY_NAME).toList();
    }

    @Override
    public Optional<Colleague> ask(String subject) {
        read(config.askAgain());
        Reading now = last;
        Colleague known = now.staff.get(subject);
        return known != null ? Optional.of(known) : lookUp(now, subject);
    }

    /** At most once a reading: a person who was deleted, or has no role any more, does not become a load. */
    private Optional<Colleague> lookUp(Reading now, String subject) {
        try {
            return now.others.computeIfAbsent(subject, id -> keycloak.users(realm(), "id:" + id, true).stream()
                    .filter(user -> user.id().equals(id))
                    .map(user -> colleague(user, Set.of()))
                    .findFirst());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("{helpathand.staff.poll}", this::poll);
    }

    void poll() {
        read(Duration.ZERO);
    }

    /** One at a time, so that what was asked later is what stands. Whoever waited here has the news of the one before. */
    private synchronized void read(Duration notWithin) {
        if (System.nanoTime() - triedAt < notWithin.toNanos()) {
            return;
        }
        try {
            last = read();
            told(false, null);
        } catch (RuntimeException e) {
            told(true, e);
        } finally {
            triedAt = System.nanoTime();
        }
    }

    private Reading read() {
        Instant at = clock.instant();
        Map<String, User> users = new HashMap<>();
        Map<String, Set<String>> roles = new HashMap<>();
        for (String role : Role.STAFF) {
            for (User user : members(role)) {
                users.put(user.id(), user);
                roles.computeIfAbsent(user.id(), id -> new HashSet<>()).add(role);
            }
        }
        return new Reading(
                at,
                users.values().stream()
                        .map(user -> colleague(user, roles.get(user.id())))
                        .collect(toUnmodifiableMap(Colleague::id, person -> person)));
    }

    private List<User> members(String role) {
        var members = new ArrayList<User>();
        List<User> page;
        do {
            page = keycloak.members(realm(), role, members.size(), PAGE, true);
            members.addAll(page);
        } while (page.size() == PAGE);
        return members;
    }

    private static Colleague colleague(User user, Set<String> roles) {
        String name = Stream.of(user.firstName(), user.lastName())
                .filter(Objects::nonNull)
                .collect(joining(" "))
                .strip();
        return new Colleague(user.id(), name.isEmpty() ? user.username() : name, roles, user.enabled());
    }

    /** Keycloak has the admin API of a realm beside the realm itself. */
    private String realm() {
        return config.directoryUrl().map(Object::toString).orElseGet(() -> {
            int realm = issuer.lastIndexOf("/realms/");
            return issuer.substring(0, realm) + "/admin" + issuer.substring(realm);
        });
    }

    /** Once for each change: it is tried every few seconds. The class only, as a message may quote an answer. */
    private void told(boolean fails, RuntimeException why) {
        if (fails && !failing) {
            Log.warnf("the staff directory does not answer: %s", why.getClass().getSimpleName());
        } else if (failing && !fails) {
            Log.info("the staff directory answers again");
        }
        failing = fails;
    }
}
