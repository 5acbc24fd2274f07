package uk.helpathand.casework.access;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;

/**
 * Asks {@link Visible} for whoever is calling. What they may not know of is answered as what does not exist: by the same
 * statement, with the same 404. Within the caller's transaction.
 */
@ApplicationScoped
public class Access {

    @Inject
    EntityManager entityManager;

    @Inject
    Actor actor;

    @Inject
    Clock clock;

    /** The parameters of {@link Visible}, to be added to one's own. */
    public Map<String, Object> reader() {
        return new HashMap<>(Map.of("me", actor.id(), "lead", isLead(), "now", clock.instant()));
    }

    public void requireCase(UUID id) {
        require(seesCase(id));
    }

    public boolean seesCase(UUID id) {
        return sees("CaseFile", Visible.caseFile("it"), id);
    }

    public void requireEnquiry(UUID id) {
        require(sees("Enquiry", Visible.enquiry("it.id"), id));
    }

    public void requireConversation(UUID id) {
        require(sees("Conversation", Visible.conversation("it.id"), id));
    }

    public void requireChild(UUID id) {
        require(seesChild(id));
    }

    public boolean seesChild(UUID id) {
        return sees("Child", Visible.child("it.id"), id);
    }

    /**
     * An auditor may ask who looked at any child with whom they have no conflict of interest, and sees nothing of any; everybody
     * else may ask of those they know of.
     */
    public void requireChildToAudit(UUID id) {
        require(actor.roles().contains(Role.AUDITOR) ? isChildWithoutConflict(id) : seesChild(id));
    }

    private boolean isChildWithoutConflict(UUID id) {
        return !entityManager
                .createQuery(
                        "select it.id from Child it where it.id = :id and " + Visible.noConflict("it.id"), UUID.class)
                .setParameter("id", id)
                .setParameter("me", actor.id())
                .getResultList()
                .isEmpty();
    }

    /** Whether a conflict of interest keeps a colleague out of all of a child. */
    public boolean isKeptOut(String staffId, UUID childId) {
        return ConflictOfInterest.count("childId = ?1 and staffId = ?2 and liftedAt is null", childId, staffId) > 0;
    }

    /** Those of them that may be known of. */
    public Set<UUID> enquiriesOf(Collection<UUID> ids) {
        return visibleOf("Enquiry", Visible.enquiry("it.id"), ids);
    }

    /** Those of them that may be known of. */
    public Set<UUID> conversationsOf(Collection<UUID> ids) {
        return visibleOf("Conversation", Visible.conversation("it.id"), ids);
    }

    /** Whoever restricts a case goes on seeing it. */
    public void joinCircle(UUID caseId) {
        CircleMember.add(caseId, actor.id(), actor, clock.instant());
    }

    public void requireLead() {
        if (!isLead()) {
            throw new ForbiddenException();
        }
    }

    private boolean isLead() {
        return actor.roles().contains(Role.LEAD);
    }

    private boolean sees(String entity, String condition, UUID id) {
        var query = entityManager
                .createQuery("select it.id from " + entity + " it where it.id = :id and " + condition, UUID.class)
                .setParameter("id", id);
        reader().forEach(query::setParameter);
        return !query.getResultList().isEmpty();
    }

    private Set<UUID> visibleOf(String entity, String condition, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var query = entityManager
                .createQuery("select it.id from " + entity + " it where it.id in :ids and " + condition, UUID.class)
                .setParameter("ids", ids);
        reader().forEach(query::setParameter);
        return new HashSet<>(query.getResultList());
    }

    private static void require(boolean visible) {
        if (!visible) {
            throw ProblemType.NOT_FOUND.exception();
        }
    }
}
