package uk.helpathand.casework.consent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.casework.BodyKind;
import uk.helpathand.api.casework.ConsentGiver;
import uk.helpathand.api.casework.ConsentView;
import uk.helpathand.api.casework.NewConsent;
import uk.helpathand.api.casework.SharedPart;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/**
 * That something of a child may be shared with a body. Changed once, under its own lock, when it is withdrawn: so it needs no
 * version.
 */
@Entity
@Table(name = "consent")
class Consent extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "child_id", updatable = false)
    UUID childId;

    @Column(name = "given_by", updatable = false)
    ConsentGiver givenBy;

    /** See {@link SharedParts}. */
    @Column(updatable = false)
    String[] what;

    @Column(name = "body_kind", updatable = false)
    BodyKind bodyKind;

    @Column(name = "body_name", updatable = false)
    String bodyName;

    /** The last day, in London; null is without end. */
    @Column(name = "valid_until", updatable = false)
    LocalDate validUntil;

    @Column(updatable = false)
    String explained;

    @Column(name = "given_at", updatable = false)
    Instant givenAt;

    @Column(name = "competence_judgement_id", updatable = false)
    UUID competenceJudgementId;

    @Column(name = "recorded_by_id", updatable = false)
    String recordedById;

    @Column(name = "recorded_by", updatable = false)
    String recordedBy;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    @Column(name = "withdrawn_by_id")
    String withdrawnById;

    @Column(name = "withdrawn_by")
    String withdrawnBy;

    /** After {@link Competence#require}. */
    static Consent record(UUID childId, NewConsent asked, Instant givenAt, Actor by, Instant now) {
        var consent = new Consent();
        consent.id = Ids.next();
        consent.childId = childId;
        consent.givenBy = asked.givenBy();
        consent.what = SharedParts.stored(asked.what());
        consent.bodyKind = asked.bodyKind();
        consent.bodyName = LosslessText.storable(asked.bodyName());
        consent.validUntil = GivenTimes.until(asked.validUntil(), givenAt);
        consent.explained = LosslessText.storable(asked.explained());
        consent.givenAt = givenAt;
        consent.competenceJudgementId = asked.competenceJudgementId();
        consent.recordedById = by.id();
        consent.recordedBy = by.displayName();
        consent.recordedAt = now;
        consent.persist();
        return consent;
    }

    /** Newest first. */
    static List<Consent> ofChild(UUID childId, Cursor.At before, int most) {
        return Consent.<Consent>find(
                        "childId = ?1 and (givenAt, id) < (?2, ?3) order by givenAt desc, id desc",
                        childId,
                        before.at(),
                        before.id())
                .page(Page.ofSize(most))
                .list();
    }

    /** With its row locked; nothing where there is none of this child. */
    static Optional<Consent> lock(UUID id, UUID childId) {
        return Consent.<Consent>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> found.childId.equals(childId));
    }

    /** The first wins; a second changes nothing. */
    void withdraw(Actor by, Instant now) {
        if (withdrawnAt == null) {
            withdrawnAt = now;
            withdrawnById = by.id();
            withdrawnBy = by.displayName();
        }
    }

    /** Under its lock. Names what fails; of several, that which has ended before that which was never agreed. */
    void requireCovers(Body body, Collection<SharedPart> parts, Instant now) {
        if (withdrawnAt != null) {
            throw ProblemType.CONSENT_WITHDRAWN.exception();
        }
        if (isPast(now)) {
            throw ProblemType.CONSENT_PAST.exception();
        }
        if (!body.isSameAs(new Body(bodyKind, bodyName))) {
            throw ProblemType.CONSENT_DOES_NOT_COVER.exception("It names another body");
        }
        if (!SharedParts.cover(what, parts)) {
            throw ProblemType.CONSENT_DOES_NOT_COVER.exception("'what' holds more than it names");
        }
    }

    private boolean isPast(Instant now) {
        return validUntil != null && GivenTimes.day(now).isAfter(validUntil);
    }

    Cursor.At place() {
        return new Cursor.At(givenAt, id);
    }

    ConsentView toView(Instant now) {
        return new ConsentView(
                id,
                givenBy,
                SharedParts.read(what),
                bodyKind,
                bodyName,
                validUntil,
                explained,
                givenAt,
                competenceJudgementId,
                recordedBy,
                recordedAt,
                withdrawnAt,
                withdrawnBy,
                withdrawnAt == null && !isPast(now));
    }
}
