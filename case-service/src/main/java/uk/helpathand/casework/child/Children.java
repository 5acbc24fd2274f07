package uk.helpathand.casework.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.ChildPatch;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.time.Ids;

/** Writes children together with what they are found by. Within the caller's transaction. */
@ApplicationScoped
public class Children {

    @Inject
    EntityManager entityManager;

    @Inject
    DataKeys dataKeys;

    @Inject
    NameTokens tokens;

    /**
     * A new record with a key of its own; its id.
     *
     * @param name null while nobody has said
     */
    public UUID create(String name, Instant now) {
        UUID id = Ids.next();
        SubjectCipher cipher = dataKeys.create(SubjectKind.CHILD, id);
        makeFindable(Child.create(id, name, cipher, now), cipher);
        return id;
    }

    /** Null while nobody has said, and once the child's key is gone. The child is there. */
    public LocalDate dateOfBirth(UUID id) {
        SubjectCipher cipher = dataKeys.openAll(SubjectKind.CHILD, List.of(id)).get(id);
        return cipher == null ? null : Child.get(id).dateOfBirth(cipher);
    }

    void patch(Child child, ChildPatch patch, SubjectCipher cipher) {
        if (child.patch(patch, cipher)) {
            makeFindable(child, cipher);
        }
    }

    /** The child's row is written first and so locked: of two who do this at once the later one sees the other's tokens. */
    void makeFindable(Child child, SubjectCipher cipher) {
        child.tokenForm = NameTokens.FORM;
        Child.flush();
        entityManager
                .createNativeQuery("DELETE FROM child_token WHERE child_id = :child")
                .setParameter("child", child.id)
                .executeUpdate();
        String name = child.name(cipher);
        if (name != null) {
            entityManager
                    .createNativeQuery("INSERT INTO child_token (token, child_id)"
                            + " SELECT token, CAST(:child AS uuid) FROM unnest(CAST(:tokens AS bigint[])) token")
                    .setParameter("child", child.id)
                    .setParameter(
                            "tokens", tokens.of(name, child.dateOfBirth(cipher)).toArray(Long[]::new))
                    .executeUpdate();
        }
    }
}
