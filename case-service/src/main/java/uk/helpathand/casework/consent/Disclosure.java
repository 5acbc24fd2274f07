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
import uk.helpathand.api.casework.BodyKind;
import uk.helpathand.api.casework.ChildTold;
import uk.helpathand.api.casework.DisclosureView;
import uk.helpathand.api.casework.DisclosureWay;
import uk.helpathand.api.casework.NewDisclosure;
import uk.helpathand.api.casework.SharingBasis;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/** That something of a case was shared with a body, on what basis, and whether the child knows. Never changed. */
@Entity
@Immutable
@Table(name = "disclosure")
class Disclosure extends PanacheEntityBase {

    /** As for a broken glass: enough for a word or two of why, too much for a full stop. */
    private static final int SHORTEST_REASON = 10;

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "body_kind")
    BodyKind bodyKind;

    @Column(name = "body_name")
    String bodyName;

    /** See {@link SharedParts}. */
    String[] what;

    DisclosureWay way;

    SharingBasis basis;

    @Column(name = "consent_id")
    UUID consentId;

    String reason;

    @Column(name = "child_told")
    ChildTold childTold;

    @Column(name = "why_not_told")
    String whyNotTold;

    Instant at;

    @Column(name = "recorded_by_id")
    String recordedById;

    @Column(name = "recorded_by")
    String recordedBy;

    /** Each basis with what belongs to it and nothing else, and a word for a child who was not told. */
    static void requireWhole(NewDisclosure asked) {
        boolean byConsent = asked.basis() == SharingBasis.CONSENT;
        require(byConsent == (asked.consentId() != null), "'consentId' belongs to the basis consent, and to it alone");
        require(
                byConsent ? asked.reason() == null : isLongEnough(asked.reason()),
                "'reason' belongs to the basis without-consent, and to it alone, in at least ten characters");
        require(
                asked.childTold() == ChildTold.YES ? asked.whyNotTold() == null : isThere(asked.whyNotTold()),
                "'whyNotTold' belongs to not-yet-because, and to it alone");
    }

    private static void require(boolean whole, String otherwise) {
        if (!whole) {
            throw ProblemType.VALIDATION_FAILED.exception(otherwise);
        }
    }

    private static boolean isThere(String words) {
        return words != null && !words.isBlank();
    }

    private static boolean isLongEnough(String reason) {
        return reason != null && reason.strip().length() >= SHORTEST_REASON;
    }

    /** After {@link #requireWhole}, and with a consent after {@link Sharing#require}. */
    static Disclosure record(UUID caseId, NewDisclosure asked, Actor by, Instant at) {
        var disclosure = new Disclosure();
        disclosure.id = Ids.next();
        disclosure.caseId = caseId;
        disclosure.bodyKind = asked.bodyKind();
        disclosure.bodyName = LosslessText.storable(asked.bodyName());
        disclosure.what = SharedParts.stored(asked.what());
        disclosure.way = asked.by();
        disclosure.basis = asked.basis();
        disclosure.consentId = asked.consentId();
        disclosure.reason = LosslessText.storable(asked.reason());
        disclosure.childTold = asked.childTold();
        disclosure.whyNotTold = LosslessText.storable(asked.whyNotTold());
        disclosure.at = at;
        disclosure.recordedById = by.id();
        disclosure.recordedBy = by.displayName();
        disclosure.persist();
        return disclosure;
    }

    /** Newest first. */
    static List<Disclosure> ofCase(UUID caseId, Cursor.At before, int most) {
        return Disclosure.<Disclosure>find(
                        "caseId = ?1 and (at, id) < (?2, ?3) order by at desc, id desc",
                        caseId,
                        before.at(),
                        before.id())
                .page(Page.ofSize(most))
                .list();
    }

    Cursor.At place() {
        return new Cursor.At(at, id);
    }

    DisclosureView toView() {
        return new DisclosureView(
                id,
                bodyKind,
                bodyName,
                SharedParts.read(what),
                way,
                basis,
                consentId,
                reason,
                childTold,
                whyNotTold,
                at,
                recordedBy);
    }
}
