package uk.helpathand.casework.consent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import uk.helpathand.api.casework.CompetenceJudgementView;
import uk.helpathand.api.casework.NewCompetenceJudgement;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/** Whether a child understood enough to decide one thing. Never changed: who thinks otherwise later judges anew. */
@Entity
@Immutable
@Table(name = "competence_judgement")
class CompetenceJudgement extends PanacheEntityBase {

    private static final String JUDGED_BY = "competence_judgement.judged_by_sealed";

    @Id
    UUID id;

    @Column(name = "child_id")
    UUID childId;

    String decision;

    boolean able;

    String how;

    /** Null where somebody from outside judged, whom {@link #judgedBySealed} names. */
    @Column(name = "judged_by_id")
    String judgedById;

    @Column(name = "judged_by")
    String judgedBy;

    @Column(name = "judged_by_sealed")
    byte[] judgedBySealed;

    @Column(name = "judged_at")
    Instant judgedAt;

    @Column(name = "recorded_by_id")
    String recordedById;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    static CompetenceJudgement record(
            UUID childId, NewCompetenceJudgement asked, SubjectCipher cipher, Actor by, Instant now) {
        boolean byCaller = asked.judgedBy() == null || asked.judgedBy().isBlank();
        var judgement = new CompetenceJudgement();
        judgement.id = Ids.next();
        judgement.childId = childId;
        judgement.decision = LosslessText.storable(asked.decision());
        judgement.able = asked.able();
        judgement.how = LosslessText.storable(asked.how());
        judgement.judgedById = byCaller ? by.id() : null;
        judgement.judgedBy = byCaller ? by.displayName() : null;
        judgement.judgedBySealed =
                byCaller ? null : cipher.encrypt(LosslessText.storable(asked.judgedBy()), JUDGED_BY, judgement.id);
        judgement.judgedAt = GivenTimes.past(asked.judgedAt(), "judgedAt", now);
        judgement.recordedById = by.id();
        judgement.recordedBy = by.displayName();
        judgement.recordedAt = now;
        judgement.persist();
        return judgement;
    }

    /** Newest first. */
    static List<CompetenceJudgement> ofChild(UUID childId, Cursor.At before, int most) {
        return CompetenceJudgement.<CompetenceJudgement>find(
                        "childId = ?1 and (judgedAt, id) < (?2, ?3) order by judgedAt desc, id desc",
                        childId,
                        before.at(),
                        before.id())
                .page(Page.ofSize(most))
                .list();
    }

    /** One that is not there is answered as one of another child. */
    static void requireAble(UUID id, UUID childId) {
        var judgement = CompetenceJudgement.<CompetenceJudgement>findByIdOptional(id)
                .filter(found -> found.childId.equals(childId))
                .orElseThrow(() -> ProblemType.COMPETENCE_NOT_SHOWN.exception(
                        "'competenceJudgementId' names no judgement of this child"));
        if (!judgement.able) {
            throw ProblemType.COMPETENCE_NOT_SHOWN.exception(
                    "'competenceJudgementId' names a judgement that the child could not decide this");
        }
    }

    Cursor.At place() {
        return new Cursor.At(judgedAt, id);
    }

    /** Whose name is sealed. */
    boolean isByOutsider() {
        return judgedBySealed != null;
    }

    /** @param cipher null where nobody from outside judged */
    CompetenceJudgementView toView(SubjectCipher cipher) {
        String who = isByOutsider() ? cipher.decrypt(judgedBySealed, JUDGED_BY, id) : judgedBy;
        return new CompetenceJudgementView(id, decision, able, how, who, judgedAt, recordedBy, recordedAt);
    }
}
