package uk.helpathand.casework.wayback;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.handover.CodeRevocationHandover;
import uk.helpathand.api.handover.WayBackHandoverApi;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.Conversation;

/** See {@link WayBackHandoverApi}. Writes no audit rows: the row itself is the record, and nothing may refuse it. */
@RolesAllowed(Role.HANDOVER)
@Transactional
public class WayBackHandoverResource implements WayBackHandoverApi {

    @Override
    public void putOwnRevocation(UUID id, UUID revocationId, CodeRevocationHandover revocation) {
        var conversation = Conversation.lock(id);
        CodeRevocation known = CodeRevocation.findById(revocationId);
        if (known == null) {
            CodeRevocation.byRequester(revocationId, id, revocation.requestedAt());
            conversation.code.revokedByRequester(revocation.requestedAt());
        } else if (!known.conversationId.equals(id)) {
            throw ProblemType.HANDOVER_CONFLICT.exception();
        }
    }
}
