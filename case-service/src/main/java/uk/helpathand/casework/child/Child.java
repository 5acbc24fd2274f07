package uk.helpathand.casework.child;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.ChildPatch;
import uk.helpathand.api.casework.ChildView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.casefile.CaseFile;
import uk.helpathand.casework.casefile.Reference;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;

/** The person. What identifies them is encrypted under their own key. */
@Entity
@Table(name = "child")
public class Child extends PanacheEntityBase {

    private static final String NAME = "child.name";

    @Id
    public UUID id;

    @Column(updatable = false)
    String reference;

    byte[] name;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Version
    int version;

    /** @param name null while nobody has said */
    public static Child create(UUID id, String name, SubjectCipher cipher, Instant now) {
        var child = new Child();
        child.id = id;
        child.reference = Reference.unused("CH-", reference -> count("reference", reference) > 0);
        child.setName(name, cipher);
        child.createdAt = now;
        child.persist();
        return child;
    }

    static Child get(UUID id) {
        return Child.<Child>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    void patch(ChildPatch patch, SubjectCipher cipher) {
        if (patch.name() != null) {
            setName(patch.name(), cipher);
        }
    }

    /** Names of the fields that are now other than the patch has them. */
    List<String> differences(ChildPatch patch, SubjectCipher cipher) {
        return patch.name() == null || patch.name().equals(name(cipher)) ? List.of() : List.of("name");
    }

    private void setName(String plain, SubjectCipher cipher) {
        name = cipher.encrypt(LosslessText.storable(plain), NAME, id);
    }

    private String name(SubjectCipher cipher) {
        return cipher.decrypt(name, NAME, id);
    }

    ChildView toView(SubjectCipher cipher) {
        return new ChildView(id, reference, name(cipher), createdAt, CaseFile.idsOfChild(id));
    }
}
