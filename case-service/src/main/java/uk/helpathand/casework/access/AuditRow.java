package uk.helpathand.casework.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import uk.helpathand.api.WireName;
import uk.helpathand.api.casework.AccessView;
import uk.helpathand.api.casework.AuditOutcome;
import uk.helpathand.api.casework.AuditView;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.Cursor;

/** One line of the audit, to be read; written by {@link uk.helpathand.platform.audit.Audit} alone. */
@Entity
@Immutable
@IdClass(AuditRow.Key.class)
@Table(name = "audit")
class AuditRow extends PanacheEntityBase {

    /** The month's table, and the row in it. */
    record Key(Instant at, UUID id) {}

    @Id
    Instant at;

    @Id
    UUID id;

    String actor;

    @Column(name = "actor_roles")
    String[] actorRoles;

    String action;

    String outcome;

    @Column(name = "subject_kind")
    String subjectKind;

    @Column(name = "subject_ids")
    UUID[] subjectIds;

    /** A code of ours, or the hash of what a person wrote. */
    String reason;

    /** What a person wrote, from beside the chain; null for a code, and once it was erased. */
    @Transient
    String words;

    Cursor.At place() {
        return new Cursor.At(at, id);
    }

    boolean hasWords() {
        return reason != null && reason.startsWith(Audit.HASHED);
    }

    private String reason() {
        return hasWords() ? words : reason;
    }

    /** Whether it names something, and nothing but these. */
    boolean isOnlyAbout(Set<UUID> ids) {
        return subjectIds.length > 0 && ids.containsAll(Arrays.asList(subjectIds));
    }

    /** @param hidden not named, and where one of them would be, nor is the reason; empty for none */
    AuditView toView(Set<UUID> hidden) {
        List<UUID> named = named(hidden);
        return new AuditView(
                id,
                at,
                actor,
                Arrays.asList(actorRoles),
                action,
                WireName.parse(AuditOutcome.class, outcome),
                subjectKind,
                named,
                reason(hidden));
    }

    /** @param hidden where one of them is named, the reason is not told */
    AccessView toAccess(Set<UUID> hidden) {
        List<String> roles = Arrays.asList(actorRoles);
        return new AccessView(at, actor, roles, action, reason(hidden), PlainWords.of(roles, action, at));
    }

    private List<UUID> named(Set<UUID> hidden) {
        return Arrays.stream(subjectIds).filter(id -> !hidden.contains(id)).toList();
    }

    private String reason(Set<UUID> hidden) {
        return named(hidden).size() == subjectIds.length ? reason() : null;
    }
}
