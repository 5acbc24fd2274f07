package uk.helpathand.casework.wayback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import uk.helpathand.api.casework.NewReturnCode;
import uk.helpathand.api.casework.VerificationView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.web.Preconditions;

/** A new return code for somebody who has shown who they are: put on record, then made by contact-service, then told. */
@ApplicationScoped
class Reissues {

    /** So long a verification holds: on a code that is asked for later somebody has to be sure anew. */
    private static final Duration HOLDS = Duration.ofMinutes(15);

    private static final Duration REMEMBERED = Duration.ofDays(30);

    @Inject
    ReturnCodeClient contactService;

    @Inject
    Preconditions preconditions;

    @Inject
    DataKeys dataKeys;

    @Inject
    Actor actor;

    @Inject
    Clock clock;

    /** What is kept of an attempt for a repeated call: everything but the code. */
    record Attempt(UUID id, boolean passed, Instant at) {}

    /** Within the caller's transaction. */
    VerificationView questions(Conversation conversation) {
        preconditions.etag(conversation.code.verificationVersion);
        var since = clock.instant().minus(REMEMBERED);
        return verification(conversation).toView(conversation.id, CodeReissue.failedSince(conversation.id, since));
    }

    /** Within the caller's transaction, on a conversation the caller has locked. */
    Attempt attempt(Conversation conversation, String ifMatch, NewReturnCode verified) {
        preconditions.require(ifMatch, conversation.code.verificationVersion);
        conversation.code.verificationVersion++;
        boolean passed = verification(conversation).isPassedBy(verified.checks());
        Instant now = clock.instant();
        Instant at = passed ? conversation.code.change(now) : now;
        var row = CodeReissue.by(actor.id(), actor.displayName(), conversation.id, verified, passed, at);
        return new Attempt(row.id, passed, at);
    }

    /** The code, to be told and kept nowhere. Outside any transaction; at any failure the same attempt may be made again. */
    String make(UUID conversationId, Attempt attempt) {
        if (!attempt.passed()) {
            throw ProblemType.VERIFICATION_NOT_PASSED.exception();
        }
        if (!attempt.at().plus(HOLDS).isAfter(clock.instant())) {
            throw ProblemType.RETURN_CODE_GONE.exception();
        }
        String code = contactService.make(conversationId, attempt.id(), attempt.at());
        QuarkusTransaction.requiringNew().run(() -> {
            Conversation.lock(conversationId).code.made(attempt.at());
            CodeReissue.made(attempt.id(), clock.instant());
        });
        return code;
    }

    private Verification verification(Conversation conversation) {
        return Verification.of(conversation, dataKeys.open(SubjectKind.ENQUIRY, conversation.enquiryId));
    }
}
