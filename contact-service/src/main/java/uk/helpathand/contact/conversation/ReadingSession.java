package uk.helpathand.contact.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A browser that gave the return code and may read for a while. Nothing about the browser is kept. */
@Entity
@Table(name = "reading_session")
public class ReadingSession extends PanacheEntityBase {

    @Id
    @Column(name = "secret_hash")
    byte[] secretHash;

    @Column(name = "conversation_id")
    UUID conversationId;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;
}
