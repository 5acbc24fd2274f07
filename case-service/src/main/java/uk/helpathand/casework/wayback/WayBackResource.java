package uk.helpathand.casework.wayback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.casework.ContactStateView;
import uk.helpathand.api.casework.NewReturnCode;
import uk.helpathand.api.casework.NewRevocation;
import uk.helpathand.api.casework.ReturnCodeView;
import uk.helpathand.api.casework.RevocationView;
import uk.helpathand.api.casework.SetSafeContact;
import uk.helpathand.api.casework.VerificationView;
import uk.helpathand.api.casework.WayBackApi;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.codes.CodesInUse;
import uk.helpathand.casework.conversation.ContactStates;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.HandOverSafeContact;
import uk.helpathand.casework.intake.Enquiry;
import uk.helpathand.casework.wayback.Reissues.Attempt;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.codes.CodeLists;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.CreatedFilter;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Idempotency;
import uk.helpathand.platform.web.Preconditions;

/** See {@link WayBackApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class WayBackResource implements WayBackApi {

    private static final String SUBJECT = "conversation";

    @Inject
    CodesInUse codes;

    @Inject
    Reissues reissues;

    @Inject
    ContactStates contactStates;

    @Inject
    Outbox outbox;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    DataKeys dataKeys;

    @Inject
    Access access;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    CreatedFilter created;

    @Inject
    Clock clock;

    @Override
    public RevocationView revoke(UUID id, String idempotencyKey, NewRevocation asked) {
        access.requireConversation(id);
        RevocationView revoked = idempotency.once("conversation.revoke-code " + id, asked, RevocationView.class, () -> {
            codes.require(CodeLists.REVOCATION_REASON, asked.reason(), "reason", clock.instant());
            return revoke(Conversation.lock(id), asked).toView();
        });
        audit.done("conversation.revoke-code", SUBJECT, List.of(id));
        created.inAList();
        return revoked;
    }

    /** In a stream of its own: it never waits behind a reply that contact-service does not take. */
    private CodeRevocation revoke(Conversation conversation, NewRevocation asked) {
        Instant at = conversation.code.change(clock.instant());
        conversation.code.revoked(at);
        var revocation = CodeRevocation.byTeam(conversation.id, asked, actor.id(), actor.displayName(), at);
        outbox.owe(HandOverRevocation.KIND, revocation.id, revocation.id, 1, true);
        return revocation;
    }

    @Override
    public Page<RevocationView> revocations(UUID id, String after, int limit) {
        access.requireConversation(id);
        List<CodeRevocation> rows = CodeRevocation.ofConversation(id, Cursor.parseAt(after), limit + 1);
        audit.done("conversation.read-code-revocations", SUBJECT, List.of(id));
        return Cursor.page(rows, limit, CodeRevocation::toView, last -> new Cursor.At(last.at, last.id).encode());
    }

    @Override
    public VerificationView verification(UUID id) {
        access.requireConversation(id);
        VerificationView questions = reissues.questions(Conversation.get(id));
        audit.done("conversation.read-verification", SUBJECT, List.of(id));
        return questions;
    }

    /** Not one transaction: contact-service is called once the attempt is on record, and before the code is told. */
    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ReturnCodeView reissue(UUID id, String idempotencyKey, String ifMatch, NewReturnCode verified) {
        Attempt attempt = QuarkusTransaction.requiringNew().call(() -> {
            access.requireConversation(id);
            Attempt made = idempotency.once(
                    "conversation.reissue-code " + id,
                    verified,
                    Attempt.class,
                    () -> reissues.attempt(Conversation.lock(id), ifMatch, verified));
            audit.done(
                    made.passed() ? "conversation.reissue-code" : "conversation.fail-verification",
                    SUBJECT,
                    List.of(id));
            return made;
        });
        var code = new ReturnCodeView(reissues.make(id, attempt));
        created.inAList();
        return code;
    }

    /** In a stream of its own, as a revocation is. */
    @Override
    public ContactStateView setSafeContact(UUID id, String ifMatch, SetSafeContact asked) {
        access.requireConversation(id);
        var conversation = Conversation.lock(id);
        var cipher = dataKeys.open(SubjectKind.ENQUIRY, conversation.enquiryId);
        SafeContact told = asked.at(conversation.contactStateVersion());
        preconditions.require(ifMatch, conversation.contactStateVersion(), conversation.differences(told, cipher));
        Instant now = clock.instant();
        conversation.told(told, now, cipher);
        Enquiry.contactChanged(conversation.enquiryId, now);
        outbox.owe(HandOverSafeContact.KIND, id, Ids.next(), 1, true);
        audit.done("conversation.set-safe-contact", SUBJECT, List.of(id));
        preconditions.etag(conversation.contactStateVersion());
        return contactStates.of(conversation, cipher);
    }
}
