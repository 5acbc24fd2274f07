package uk.helpathand.casework.wayback;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.handover.CodeRevocationHandover;
import uk.helpathand.api.handover.WayBackHandoverApi;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.task.Tasks;

/** See {@link WayBackHandoverApi}. Writes no audit rows: the row itself is the record, and nothing may refuse it. */
@RolesAllowed(Role.HANDOVER)
@Transactional
public class WayBackHandoverResource implements WayBackHandoverApi {

    @Inject
    Tasks tasks;

    @Override
    public void putOwnRevocation(UUID id, UUID revocationId, CodeRevocationHandover revocation) {
        var conversation = Conversation.lock(id);
        CodeRevocation known = CodeRevocation.findById(revocationId);
        if (known == null) {
            CodeRevocation.byRequester(revocationId, id, revocation.requestedAt());
            conversation.code.revokedByRequester(revocation.requestedAt());
            // Unless the team has given them a newer one meanwhile.
            if (!conversation.opens()) {
                tasks.codeEnded(conversation);
            }
        } else if (!known.conversationId.equals(id)) {
            throw ProblemType.HANDOVER_CONFLICT.exception();
        }
    }
}
