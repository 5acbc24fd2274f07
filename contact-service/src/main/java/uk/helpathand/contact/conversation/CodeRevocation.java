package uk.helpathand.contact.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A revocation that has had its effect. */
@Entity
@Table(name = "code_revocation")
public class CodeRevocation extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "conversation_id")
    UUID conversationId;

    @Column(name = "requested_at")
    Instant requestedAt;

    /** By the sender's clock, which tells the order of what it asks for. */
    static boolean isAskedForSince(UUID conversationId, Instant moment) {
        return count("conversationId = ?1 and requestedAt >= ?2", conversationId, moment) > 0;
    }

    static CodeRevocation of(UUID id, UUID conversationId, Instant requestedAt) {
        var revocation = new CodeRevocation();
        revocation.id = id;
        revocation.conversationId = conversationId;
        revocation.requestedAt = requestedAt;
        return revocation;
    }
}
