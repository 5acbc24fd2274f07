package uk.helpathand.casework.conversation;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.ContactStateView;
import uk.helpathand.api.casework.ConversationApi;
import uk.helpathand.api.casework.ConversationSummary;
import uk.helpathand.api.casework.MessagePreview;
import uk.helpathand.api.casework.MessageView;
import uk.helpathand.api.casework.NewReply;
import uk.helpathand.api.casework.OwnerKind;
import uk.helpathand.api.casework.ProgressView;
import uk.helpathand.api.casework.RuleOverride;
import uk.helpathand.api.casework.SetProgress;
import uk.helpathand.casework.access.Access;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.web.CreatedFilter;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Idempotency;
import uk.helpathand.platform.web.Preconditions;

/** See {@link ConversationApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class ConversationResource implements ConversationApi {

    private static final String SUBJECT = "conversation";

    @Inject
    Replies replies;

    @Inject
    ContactStates contactStates;

    @Inject
    DataKeys dataKeys;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Access access;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    CreatedFilter created;

    @Override
    public Page<ConversationSummary> waiting(OwnerKind ownerKind, String ownerId, String after, int limit) {
        List<Conversation> rows = Waiting.page(ownerKind, ownerId, Cursor.parseAt(after), access.reader(), limit + 1);
        Map<UUID, List<UUID>> cases =
                CaseConversation.casesOf(rows.stream().map(row -> row.id).toList());
        audit.done(
                "conversation.list", SUBJECT, rows.stream().map(row -> row.id).toList());
        return Cursor.page(
                rows, limit, row -> row.toSummary(cases.getOrDefault(row.id, List.of())), last -> new Cursor.At(
                                last.waitingSince, last.id)
                        .encode());
    }

    @Override
    public Page<MessageView> messages(UUID id, String after, int limit) {
        access.requireConversation(id);
        audit.done("conversation.read", SUBJECT, List.of(id));
        return MessagePage.ofThread(id, place(after), limit).toPage();
    }

    private static long place(String after) {
        try {
            return after == null ? 0 : Long.parseLong(Cursor.decode(after, 1)[0]);
        } catch (NumberFormatException e) {
            throw Cursor.malformed();
        }
    }

    @Override
    public MessageView reply(UUID id, String idempotencyKey, NewReply reply) {
        access.requireConversation(id);
        requireMaySetAside(reply.override());
        MessageView message = idempotency.once("conversation.reply " + id, reply, MessageView.class, () -> {
            var conversation = Conversation.lock(id);
            conversation.requireAudience(reply.audience());
            contactStates.requireMayGo(conversation, cipherOf(conversation), reply);
            if (reply.override() != null) {
                audit.done("conversation.override-rule", SUBJECT, List.of(id), reason(reply.override()));
            }
            return replies.say(conversation, reply).toView(Parts.NONE);
        });
        audit.done("conversation.reply", SUBJECT, List.of(id));
        created.inAList();
        return message;
    }

    private void requireMaySetAside(RuleOverride override) {
        if (override != null) {
            if (!actor.roles().contains(Role.LEAD)) {
                throw new ForbiddenException();
            }
            TextRules.setAside(override);
        }
    }

    private static String reason(RuleOverride override) {
        return override.rule() + ": " + LosslessText.storable(override.reason());
    }

    private SubjectCipher cipherOf(Conversation conversation) {
        return dataKeys.open(SubjectKind.ENQUIRY, conversation.enquiryId);
    }

    @Override
    public ContactStateView contactState(UUID id) {
        access.requireConversation(id);
        var conversation = Conversation.get(id);
        audit.done("conversation.read-contact-state", SUBJECT, List.of(id));
        preconditions.etag(conversation.contactStateVersion());
        return contactStates.of(conversation, cipherOf(conversation));
    }

    @Override
    public MessagePreview preview(UUID id, NewReply reply) {
        access.requireConversation(id);
        requireMaySetAside(reply.override());
        var conversation = Conversation.get(id);
        MessagePreview preview = contactStates.preview(conversation, cipherOf(conversation), reply);
        audit.done("conversation.preview", SUBJECT, List.of(id));
        return preview;
    }

    @Override
    public ProgressView progress(UUID id) {
        access.requireConversation(id);
        ProgressView progress = Conversation.get(id).progress.toView();
        audit.done("conversation.read-progress", SUBJECT, List.of(id));
        preconditions.etag(progress.version());
        return progress;
    }

    @Override
    public ProgressView setProgress(UUID id, String ifMatch, SetProgress next) {
        access.requireConversation(id);
        var conversation = Conversation.lock(id);
        Progress now = conversation.progress;
        preconditions.require(ifMatch, now.version, now.differences(next));
        replies.set(conversation, next);
        audit.done("conversation.set-progress", SUBJECT, List.of(id));
        preconditions.etag(now.version);
        return now.toView();
    }
}
