package uk.helpathand.casework.casefile;

import static java.util.stream.Collectors.toSet;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.casework.staff.Colleague;
import uk.helpathand.casework.staff.StaffDirectory;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.time.Jobs;

/**
 * No case without an owner: as soon as the staff directory says that the owner of an open case has left or has lost the
 * role, the lead answers its conversations; and no longer, once they are back. A lead gives the case to somebody.
 */
@Singleton
public class CasesWithoutOwner {

    /** In one run, which is repeated every few seconds. */
    private static final int AT_ONCE = 50;

    /** Counted no further. */
    private static final int MOST = 10_000;

    /** Any number, as long as nobody else takes it: it is the name of this job's lock. */
    private static final long LOCK = 0x6361_7365_6f77_6e65L;

    private volatile int waiting;

    @Inject
    StaffDirectory directory;

    @Inject
    EntityManager entityManager;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Inject
    CasesWithoutOwner(MeterRegistry registry) {
        Gauge.builder("helpathand.cases.without.owner", () -> waiting)
                .description("Open cases whose owner has left or has lost the role, 10,000 at most")
                .register(registry);
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("{helpathand.staff.poll}", this::look);
    }

    /** An old directory says nothing: nobody has left because Keycloak is away. */
    void look() {
        if (directory.isCurrent()) {
            // Of several replicas one does it; the lock ends with this transaction, which changes nothing itself.
            QuarkusTransaction.requiringNew().run(() -> {
                if (isMine()) {
                    lookAtAll();
                }
            });
        }
        waiting = QuarkusTransaction.requiringNew().call(() -> OwnedCases.countWithout(MOST));
    }

    private boolean isMine() {
        return (Boolean) entityManager
                .createNativeQuery("SELECT pg_try_advisory_xact_lock(:name)")
                .setParameter("name", LOCK)
                .getSingleResult();
    }

    /** The directory is read after the owners: whoever has a case by now was in it when they opened it. */
    private void lookAtAll() {
        List<String> owners = OwnedCases.owners();
        Set<String> mayOwn = directory.all().stream()
                .filter(Colleague::mayOwnCases)
                .map(Colleague::id)
                .collect(toSet());
        if (mayOwn.isEmpty()) {
            // Not that all have left at once: the directory is broken, or looked at with too few rights.
            return;
        }
        int more = AT_ONCE;
        for (String owner : owners) {
            boolean left = !mayOwn.contains(owner);
            for (UUID id : OwnedCases.of(owner, !left, more)) {
                more -= isRecorded(id, owner, left) ? 1 : 0;
            }
            if (more == 0) {
                return;
            }
        }
    }

    private boolean isRecorded(UUID id, String ownerId, boolean left) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var locked = LockedCase.of(id);
                CaseFile file = locked.file();
                boolean news = file.isOpen() && file.ownerId.equals(ownerId) && (file.ownerLeftAt == null) == left;
                if (news) {
                    Instant now = clock.instant();
                    file.ownerLeft(left ? now : null, now);
                    locked.giveThreads();
                    audit.doneBySystem(left ? "case.owner-left" : "case.owner-back", "case", List.of(id), null);
                }
                return news;
            });
        } catch (RuntimeException e) {
            Log.warnf(
                    "case %s: whether it has an owner is looked at again: %s",
                    id, e.getClass().getSimpleName());
            return false;
        }
    }
}
