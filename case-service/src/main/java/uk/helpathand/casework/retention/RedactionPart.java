package uk.helpathand.casework.retention;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import uk.helpathand.casework.conversation.SharedText;
import uk.helpathand.platform.crypto.SubjectCipher;

/** What a text beside the messages is proposed to say instead, or that it goes; under the redaction's lock. */
@Entity
@IdClass(RedactionPart.Key.class)
@Table(name = "redaction_part")
class RedactionPart extends PanacheEntityBase {

    /** Its two ends. */
    record Key(UUID redactionId, String name) {}

    @Id
    @Column(name = "redaction_id")
    UUID redactionId;

    @Id
    String name;

    @Column(name = "column_name")
    String column;

    @Column(name = "row_id")
    UUID rowId;

    @Column(name = "read_version")
    long readVersion;

    String text;

    byte[] sealed;

    /** @param left blank: it goes */
    static void propose(UUID redactionId, SharedText text, String left, SubjectCipher cipher) {
        var part = new RedactionPart();
        part.redactionId = redactionId;
        part.name = text.name();
        part.column = text.column();
        part.rowId = text.rowId();
        part.readVersion = text.version();
        String kept = left.isBlank() ? null : left;
        if (text.sealed()) {
            part.sealed = cipher.encrypt(kept, text.column(), text.rowId());
        } else {
            part.text = kept;
        }
        part.persist();
    }

    static List<RedactionPart> of(UUID redactionId) {
        return list("redactionId", redactionId);
    }

    /** Whether whoever proposed it read what stands there now. */
    boolean isOf(SharedText now) {
        return now.name().equals(name) && now.version() == readVersion;
    }

    /** Empty where it goes. */
    String left(SubjectCipher cipher) {
        String kept = sealed == null ? text : cipher.decrypt(sealed, column, rowId);
        return kept == null ? "" : kept;
    }
}
