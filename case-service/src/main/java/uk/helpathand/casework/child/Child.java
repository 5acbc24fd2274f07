package uk.helpathand.casework.child;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import uk.helpathand.api.casework.ChildPatch;
import uk.helpathand.api.casework.ChildView;
import uk.helpathand.api.casework.FoundChild;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.casefile.CaseFile;
import uk.helpathand.casework.casefile.Reference;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;

/** The person. What identifies them is encrypted under their own key. Written by {@link Children}, with what they are found by. */
@Entity
@Table(name = "child")
public class Child extends PanacheEntityBase {

    private static final String NAME = "child.name";
    private static final String DATE_OF_BIRTH = "child.date_of_birth";

    @Id
    public UUID id;

    @Column(updatable = false)
    String reference;

    byte[] name;

    @Column(name = "date_of_birth")
    byte[] dateOfBirth;

    /** See {@link NameTokens#FORM}. Nothing that a person reads, so no new version. */
    @Column(name = "token_form")
    @OptimisticLock(excluded = true)
    int tokenForm;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Version
    int version;

    static Child create(UUID id, String name, SubjectCipher cipher, Instant now) {
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

    static List<Child> withIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** Returns whether what the child is found by may be another now. */
    boolean patch(ChildPatch patch, SubjectCipher cipher) {
        if (patch.name() != null) {
            setName(patch.name(), cipher);
        }
        if (patch.dateOfBirth() != null) {
            dateOfBirth = cipher.encrypt(patch.dateOfBirth().toString(), DATE_OF_BIRTH, id);
        }
        return patch.name() != null || patch.dateOfBirth() != null;
    }

    /** Names of the fields that are now other than the patch has them. */
    List<String> differences(ChildPatch patch, SubjectCipher cipher) {
        var differences = new ArrayList<String>();
        if (patch.name() != null && !patch.name().equals(name(cipher))) {
            differences.add("name");
        }
        if (patch.dateOfBirth() != null && !patch.dateOfBirth().equals(dateOfBirth(cipher))) {
            differences.add("dateOfBirth");
        }
        return differences;
    }

    private void setName(String plain, SubjectCipher cipher) {
        name = cipher.encrypt(LosslessText.storable(plain), NAME, id);
    }

    String name(SubjectCipher cipher) {
        return cipher.decrypt(name, NAME, id);
    }

    LocalDate dateOfBirth(SubjectCipher cipher) {
        String date = cipher.decrypt(dateOfBirth, DATE_OF_BIRTH, id);
        return date == null ? null : LocalDate.parse(date);
    }

    ChildView toView(SubjectCipher cipher) {
        return new ChildView(id, reference, name(cipher), dateOfBirth(cipher), createdAt, CaseFile.idsOfChild(id));
    }

    /** @param cipher null when the key was destroyed: then there is no name any more */
    FoundChild toFound(SubjectCipher cipher, List<UUID> caseIds) {
        return new FoundChild(id, reference, cipher == null ? null : name(cipher), caseIds);
    }
}
