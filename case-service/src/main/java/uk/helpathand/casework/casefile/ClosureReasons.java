package uk.helpathand.casework.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import uk.helpathand.casework.codes.CodesInUse;
import uk.helpathand.platform.codes.CodeLists;

/** Why a case may be closed. */
@ApplicationScoped
class ClosureReasons {

    @Inject
    CodesInUse codes;

    void require(String code, Instant at) {
        codes.require(CodeLists.CLOSURE_REASON, code, "reason", at);
    }
}
