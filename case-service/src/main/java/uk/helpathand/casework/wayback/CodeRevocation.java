package uk.helpathand.casework.wayback;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.NewRevocation;
import uk.helpathand.api.casework.RevocationView;
import uk.helpathand.api.handover.CodeRevocationHandover;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/** That a conversation's return code must open nothing any more. */
@Entity
@Table(name = "code_revocation")
class CodeRevocation extends PanacheEntityBase {

    /** The child or adult did it on their page, where nobody asks why. */
    static final String ASKED_BY_REQUESTER = "ASKED_BY_REQUESTER";

    @Id
    UUID id;

    @Column(name = "conversation_id")
    UUID conversationId;

    String reason;

    String note;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    Instant at;

    @Column(name = "handed_over_at")
    Instant handedOverAt;

    static CodeRevocation byTeam(UUID conversationId, NewRevocation asked, String byId, String byName, Instant at) {
        CodeRevocation revocation = of(Ids.next(), conversationId, asked.reason(), at);
        revocation.note = LosslessText.storable(asked.note());
        revocation.byId = byId;
        revocation.byName = byName;
        revocation.persist();
        return revocation;
    }

    /** On their own page; it had its effect before we heard of it. */
    static void byRequester(UUID id, UUID conversationId, Instant at) {
        CodeRevocation revocation = of(id, conversationId, ASKED_BY_REQUESTER, at);
        revocation.handedOverAt = at;
        revocation.persist();
    }

    private static CodeRevocation of(UUID id, UUID conversationId, String reason, Instant at) {
        var revocation = new CodeRevocation();
        revocation.id = id;
        revocation.conversationId = conversationId;
        revocation.reason = reason;
        revocation.at = at;
        return revocation;
    }

    /** Oldest first. */
    static List<CodeRevocation> ofConversation(UUID conversationId, Cursor.At after, int most) {
        return CodeRevocation.<CodeRevocation>find(
                        "conversationId = ?1 and (at, id) > (?2, ?3) order by at, id",
                        conversationId,
                        after.at(),
                        after.id())
                .page(Page.ofSize(most))
                .list();
    }

    static void handedOver(UUID id, Instant now) {
        update("handedOverAt = ?1 where id = ?2 and handedOverAt is null", now, id);
    }

    CodeRevocationHandover toHandover() {
        return new CodeRevocationHandover(at);
    }

    RevocationView toView() {
        return new RevocationView(id, reason, note, byName, at, handedOverAt);
    }
}
