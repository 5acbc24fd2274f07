package uk.helpathand.contact.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import uk.helpathand.platform.crypto.SubjectCipher;

/** A new return code that an adviser asked for, kept for a while so that a repeated call gets the same one. */
@Entity
@Table(name = "code_reissue")
public class CodeReissue extends PanacheEntityBase {

    private static final String FIELD = "code_reissue.code";

    @Id
    UUID id;

    @Column(name = "conversation_id")
    UUID conversationId;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "made_at")
    Instant madeAt;

    byte[] code;

    static CodeReissue of(UUID id, UUID conversationId, Instant requestedAt, Instant now) {
        var reissue = new CodeReissue();
        reissue.id = id;
        reissue.conversationId = conversationId;
        reissue.requestedAt = requestedAt;
        reissue.madeAt = now;
        return reissue;
    }

    void keep(String spoken, SubjectCipher cipher) {
        code = cipher.encrypt(spoken, FIELD, id);
    }

    /** Null when it is not shown again. */
    String code(SubjectCipher cipher) {
        return cipher.decrypt(code, FIELD, id);
    }

    static void forgetCodesOf(UUID conversationId) {
        update("code = null where conversationId = ?1 and code is not null", conversationId);
    }

    static void forgetCodesBefore(Instant moment) {
        update("code = null where madeAt <= ?1 and code is not null", moment);
    }
}
