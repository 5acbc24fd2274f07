package uk.helpathand.casework.conversation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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
import uk.helpathand.api.casework.SetProgress;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.DataKeys;
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
    DataKeys dataKeys;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Audit audit;

    @Inject
    CreatedFilter created;

    @Override
    public Page<ConversationSummary> waiting(OwnerKind ownerKind, String ownerId, String after, int limit) {
        List<Conversation> rows = Conversation.waiting(ownerKind, ownerId, Cursor.parseAt(after), limit + 1);
        Map<UUID, List<UUID>> cases = casesOf(rows);
        audit.done(
                "conversation.list", SUBJECT, rows.stream().map(row -> row.id).toList());
        return Cursor.page(
                rows, limit, row -> row.toSummary(cases.getOrDefault(row.id, List.of())), last -> new Cursor.At(
                                last.waitingSince, last.id)
                        .encode());
    }

    private static Map<UUID, List<UUID>> casesOf(List<Conversation> rows) {
        return CaseConversation.ofConversations(rows.stream().map(row -> row.id).toList()).stream()
                .collect(groupingBy(link -> link.conversationId, mapping(link -> link.caseId, toList())));
    }

    @Override
    public Page<MessageView> messages(UUID id, String after, int limit) {
        Conversation.get(id);
        audit.done("conversation.read", SUBJECT, List.of(id));
        return Cursor.page(
                Message.thread(id, place(after), limit + 1),
                limit,
                Message::toView,
                last -> Cursor.encode(Long.toString(last.sequence)));
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
        MessageView message = idempotency.once("conversation.reply " + id, reply, MessageView.class, () -> {
            var conversation = Conversation.lock(id);
            conversation.requireAudience(reply.audience());
            return replies.say(conversation, reply).toView();
        });
        audit.done("conversation.reply", SUBJECT, List.of(id));
        created.at("/v1/conversations/" + id + "/messages/" + message.id());
        return message;
    }

    @Override
    public ContactStateView contactState(UUID id) {
        var conversation = Conversation.get(id);
        audit.done("conversation.read-contact-state", SUBJECT, List.of(id));
        preconditions.etag(conversation.contactStateVersion());
        return conversation.toContactState(dataKeys.open(SubjectKind.ENQUIRY, conversation.enquiryId));
    }

    @Override
    public MessagePreview preview(UUID id, NewReply reply) {
        MessagePreview preview = Conversation.get(id).preview(reply);
        audit.done("conversation.preview", SUBJECT, List.of(id));
        return preview;
    }

    @Override
    public ProgressView progress(UUID id) {
        ProgressView progress = Conversation.get(id).progress.toView();
        audit.done("conversation.read-progress", SUBJECT, List.of(id));
        preconditions.etag(progress.version());
        return progress;
    }

    @Override
    public ProgressView setProgress(UUID id, String ifMatch, SetProgress next) {
        var conversation = Conversation.lock(id);
        Progress now = conversation.progress;
        preconditions.require(ifMatch, now.version, now.differences(next));
        replies.set(conversation, next);
        audit.done("conversation.set-progress", SUBJECT, List.of(id));
        preconditions.etag(now.version);
        return now.toView();
    }
}
