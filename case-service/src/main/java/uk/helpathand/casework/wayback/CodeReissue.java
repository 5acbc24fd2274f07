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
import uk.helpathand.api.casework.NewReturnCode;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;

/** That somebody was asked who they are, to get a new return code. Which questions, never an answer and never the code. */
@Entity
@Table(name = "code_reissue")
class CodeReissue extends PanacheEntityBase {

    /** Failures are counted no further. */
    private static final int MOST = 10;

    @Id
    UUID id;

    @Column(name = "conversation_id")
    UUID conversationId;

    String[] asked;

    String[] matched;

    boolean passed;

    String note;

    @Column(name = "by_id")
    String byId;

    @Column(name = "by_name")
    String byName;

    Instant at;

    @Column(name = "made_at")
    Instant madeAt;

    static CodeReissue by(
            String byId, String byName, UUID conversationId, NewReturnCode verified, boolean passed, Instant at) {
        var reissue = new CodeReissue();
        reissue.id = Ids.next();
        reissue.conversationId = conversationId;
        reissue.asked = questions(verified.checks());
        reissue.matched = questions(
                verified.checks().stream().filter(NewReturnCode.Check::matched).toList());
        reissue.passed = passed;
        reissue.note = LosslessText.storable(verified.note());
        reissue.byId = byId;
        reissue.byName = byName;
        reissue.at = at;
        reissue.persist();
        return reissue;
    }

    private static String[] questions(List<NewReturnCode.Check> checks) {
        return checks.stream().map(check -> check.question().wire()).toArray(String[]::new);
    }

    /** Newest first. */
    static List<CodeReissue> failedSince(UUID conversationId, Instant moment) {
        return CodeReissue.<CodeReissue>find(
                        "conversationId = ?1 and at > ?2 and passed = false order by at desc", conversationId, moment)
                .page(Page.ofSize(MOST))
                .list();
    }

    static void made(UUID id, Instant now) {
        update("madeAt = ?1 where id = ?2 and madeAt is null", now, id);
    }
}
