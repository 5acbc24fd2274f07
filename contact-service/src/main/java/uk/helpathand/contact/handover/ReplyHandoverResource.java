package uk.helpathand.contact.handover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.handover.CodeReissueHandover;
import uk.helpathand.api.handover.CodeRevocationHandover;
import uk.helpathand.api.handover.ConversationHeld;
import uk.helpathand.api.handover.ErasureHandover;
import uk.helpathand.api.handover.ProgressHandover;
import uk.helpathand.api.handover.RedactedWordsHandover;
import uk.helpathand.api.handover.ReplyHandover;
import uk.helpathand.api.handover.ReplyHandoverApi;
import uk.helpathand.contact.conversation.Erasing;
import uk.helpathand.contact.conversation.Replies;
import uk.helpathand.contact.conversation.ReturnCodes;
import uk.helpathand.contact.conversation.Told;

/** See {@link ReplyHandoverApi}. */
@RolesAllowed(Role.HANDOVER)
@Transactional
public class ReplyHandoverResource implements ReplyHandoverApi {

    @Inject
    Replies replies;

    @Inject
    ReturnCodes codes;

    @Inject
    Erasing erasing;

    @Inject
    Holding holding;

    @Override
    public void putReply(UUID id, UUID messageId, ReplyHandover reply) {
        replies.put(id, messageId, reply);
    }

    @Override
    public void putProgress(UUID id, ProgressHandover progress) {
        replies.putProgress(id, progress);
    }

    @Override
    public void putSafeContact(UUID id, Instant toldAt, long wordsVersion, SafeContact safeContact) {
        replies.putSafeContact(id, new Told(safeContact, toldAt, wordsVersion));
    }

    @Override
    public void putRedactedWords(UUID id, RedactedWordsHandover left) {
        replies.putRedactedWords(id, left);
    }

    @Override
    public void putCodeRevocation(UUID id, UUID revocationId, CodeRevocationHandover revocation) {
        codes.revoke(id, revocationId, revocation);
    }

    @Override
    public void putErasure(UUID id, ErasureHandover erasure) {
        erasing.erase(id, erasure);
    }

    @Override
    public CodeReissueHandover.Code putReturnCode(UUID id, UUID reissueId, CodeReissueHandover reissue) {
        return codes.reissue(id, reissueId, reissue);
    }

    @Override
    public ConversationHeld held(UUID id) {
        return holding.of(id);
    }
}
