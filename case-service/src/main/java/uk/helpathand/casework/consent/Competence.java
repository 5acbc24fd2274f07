package uk.helpathand.casework.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import uk.helpathand.api.casework.ConsentGiver;
import uk.helpathand.api.casework.NewConsent;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.child.Children;

/**
 * Whether it is shown that a child could give a consent. From 16 on that is presumed; before, and while nobody knows the age,
 * somebody has to have judged it for this decision (Gillick v West Norfolk and Wisbech AHA [1986] AC 112).
 */
@ApplicationScoped
class Competence {

    private static final int PRESUMED_ABLE_AT = 16;

    @Inject
    Children children;

    /** Within the caller's transaction. A consent of anybody else rests on no judgement, and names none. */
    void require(UUID childId, NewConsent asked, Instant givenAt) {
        UUID judgementId = asked.competenceJudgementId();
        if (asked.givenBy() != ConsentGiver.CHILD) {
            if (judgementId != null) {
                throw ProblemType.VALIDATION_FAILED.exception(
                        "'competenceJudgementId' belongs to a consent that the child gives");
            }
        } else if (judgementId != null) {
            CompetenceJudgement.requireAble(judgementId, childId);
        } else {
            requirePresumed(children.dateOfBirth(childId), GivenTimes.day(givenAt));
        }
    }

    private static void requirePresumed(LocalDate dateOfBirth, LocalDate day) {
        if (dateOfBirth == null) {
            throw ProblemType.COMPETENCE_NOT_SHOWN.exception(
                    "'competenceJudgementId' is missing, or else the child's date of birth in their record");
        }
        if (day.isBefore(dateOfBirth.plusYears(PRESUMED_ABLE_AT))) {
            throw ProblemType.COMPETENCE_NOT_SHOWN.exception("'competenceJudgementId' is missing");
        }
    }
}
