package uk.helpathand.contact.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import uk.helpathand.api.handover.CodeReissueHandover;
import uk.helpathand.api.handover.CodeRevocationHandover;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.time.Jobs;

/** What becomes of a return code after it was given. Each may come any number of times; within the caller's transaction. */
@ApplicationScoped
public class ReturnCodes {

    /** How long a repeated call gets the same new code. */
    static final Duration REPEATED = Duration.ofMinutes(15);

    @Inject
    Conversations conversations;

    @Inject
    ReadingSessions sessions;

    @Inject
    Clock clock;

    /** From now on the code opens nothing, nobody who reads with it goes on reading, and no page shows it any more. */
    public void revoke(UUID conversationId, UUID revocationId, CodeRevocationHandover revocation) {
        var conversation = Conversation.lock(conversationId);
        CodeRevocation known = CodeRevocation.findById(revocationId);
        if (known != null) {
            if (!known.conversationId.equals(conversationId)) {
                throw ProblemType.HANDOVER_CONFLICT.exception();
            }
            return;
        }
        CodeRevocation.of(revocationId, conversationId, revocation.requestedAt())
                .persist();
        if (!conversation.code.isAskedForAfter(revocation.requestedAt())) {
            conversation.code.revoke(revocation.requestedAt());
            close(conversation);
        }
    }

    /** The new code; the old one opens nothing any more. The same id gives the same code for a while. */
    public CodeReissueHandover.Code reissue(UUID conversationId, UUID reissueId, CodeReissueHandover reissue) {
        var conversation = Conversation.lock(conversationId);
        SubjectCipher cipher = conversations.cipherOf(conversationId);
        CodeReissue known = CodeReissue.findById(reissueId);
        String spoken = known == null
                ? make(conversation, reissueId, reissue.requestedAt(), cipher)
                : again(known, conversationId, cipher);
        return new CodeReissueHandover.Code(spoken);
    }

    private String make(Conversation conversation, UUID reissueId, Instant requestedAt, SubjectCipher cipher) {
        if (CodeRevocation.isAskedForSince(conversation.id, requestedAt)
                || conversation.code.isAskedForAfter(requestedAt)) {
            throw ProblemType.RETURN_CODE_GONE.exception();
        }
        close(conversation);
        ReturnCode code = ReturnCode.random();
        conversation.code = CodeState.of(conversations.codeHash(code));
        conversation.code.requestedAt = requestedAt;
        var row = CodeReissue.of(reissueId, conversation.id, requestedAt, clock.instant());
        row.keep(code.spoken(), cipher);
        row.persist();
        return code.spoken();
    }

    private String again(CodeReissue known, UUID conversationId, SubjectCipher cipher) {
        if (!known.conversationId.equals(conversationId)) {
            throw ProblemType.HANDOVER_CONFLICT.exception();
        }
        String spoken = known.code(cipher);
        if (spoken == null || !known.madeAt.plus(REPEATED).isAfter(clock.instant())) {
            throw ProblemType.RETURN_CODE_GONE.exception();
        }
        return spoken;
    }

    /** Wherever the thread is open it closes, and a code that waits to be shown is not shown. */
    void close(Conversation conversation) {
        conversation.endTickets(clock.instant());
        sessions.endAll(conversation.id);
        CodeReissue.forgetCodesOf(conversation.id);
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("1m", this::forget);
    }

    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> CodeReissue.forgetCodesBefore(clock.instant().minus(REPEATED)));
    }
}
