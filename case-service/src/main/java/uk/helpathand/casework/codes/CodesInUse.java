package uk.helpathand.casework.codes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.codes.CodeLists;
import uk.helpathand.platform.time.Clocks;

/** Refuses a code that may not be used on the day. */
@ApplicationScoped
public class CodesInUse {

    @Inject
    CodeLists lists;

    /** @param field of the request, for the refusal */
    public void require(String list, String code, String field, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Clocks.LONDON);
        if (!lists.get(list).isValid(code, day)) {
            throw ProblemType.VALIDATION_FAILED.exception(
                    "'" + field + "' is not a code of the list " + list + " in use");
        }
    }
}
