package uk.helpathand.casework.retention;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a message is proposed to say instead; under the redaction's lock. */
@Entity
@IdClass(RedactionText.Key.class)
@Table(name = "redaction_text")
class RedactionText extends PanacheEntityBase {

    /** Its two ends. */
    record Key(UUID redactionId, UUID messageId) {}

    @Id
    @Column(name = "redaction_id")
    UUID redactionId;

    @Id
    @Column(name = "message_id")
    UUID messageId;

    String text;

    /** In place of what was proposed before. */
    static void replace(UUID redactionId, Map<UUID, String> texts) {
        delete("redactionId", redactionId);
        getEntityManager().flush();
        getEntityManager().clear();
        texts.forEach((messageId, text) -> {
            var row = new RedactionText();
            row.redactionId = redactionId;
            row.messageId = messageId;
            row.text = text;
            row.persist();
        });
    }

    static List<RedactionText> of(UUID redactionId) {
        return list("redactionId", redactionId);
    }
}
