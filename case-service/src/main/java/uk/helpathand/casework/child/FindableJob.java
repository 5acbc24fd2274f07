package uk.helpathand.casework.child;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.time.Jobs;

/**
 * Makes the tokens of children who were written before there were any, or by older rules: names are encrypted, so no migration
 * can. At the start, and every hour for what did not go.
 */
@ApplicationScoped
class FindableJob {

    /** Any number that no other lock has. */
    private static final long LOCK = 0x6368_696c_6474_6f6bL;

    private static final int AT_ONCE = 50;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** What somebody is changing now gets its tokens by that change, or the next time. */
    private static final String OLDER = """
            SELECT id FROM child WHERE token_form = :form AND id > :after
            ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Children children;

    @Inject
    DataKeys dataKeys;

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("1h", this::run);
    }

    void run() {
        for (int form = 0; form < NameTokens.FORM; form++) {
            int older = form;
            UUID place = BEFORE_ALL;
            while (place != null) {
                UUID after = place;
                place = QuarkusTransaction.requiringNew().call(() -> some(older, after));
            }
        }
    }

    /** Returns the last child it came to; null when there are no more, or another replica is at it. */
    private UUID some(int form, UUID after) {
        if (!mine()) {
            return null;
        }
        List<UUID> ids = entityManager
                .unwrap(Session.class)
                .createNativeQuery(OLDER, UUID.class)
                .setParameter("form", form)
                .setParameter("after", after)
                .setParameter("most", AT_ONCE)
                .getResultList();
        ids.forEach(this::makeFindable);
        if (!ids.isEmpty()) {
            Log.infof("children: tokens of %d made", ids.size());
        }
        return ids.isEmpty() ? null : ids.get(ids.size() - 1);
    }

    private void makeFindable(UUID id) {
        try {
            children.makeFindable(Child.get(id), dataKeys.open(SubjectKind.CHILD, id));
        } catch (IllegalStateException e) {
            // A child whose key was destroyed is forgotten: there is no name to be found by.
            Log.warnf("children: %s cannot be made findable", id);
        }
    }

    private boolean mine() {
        return (Boolean) entityManager
                .createNativeQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }
}
