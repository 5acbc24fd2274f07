package uk.helpathand.casework.wayback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import uk.helpathand.casework.codes.CodesInUse;
import uk.helpathand.platform.codes.CodeLists;

/** Why a return code may be revoked. */
@ApplicationScoped
class RevocationReasons {

    /** The child or adult did it on their page, where nobody asks why. */
    static final String ASKED_BY_REQUESTER = "ASKED_BY_REQUESTER";

    @Inject
    CodesInUse codes;

    void require(String code, Instant at) {
        codes.require(CodeLists.REVOCATION_REASON, code, "reason", at);
    }
}
