package uk.helpathand.casework.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.TaskApi;
import uk.helpathand.api.casework.TaskView;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Preconditions;

/** See {@link TaskApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class TaskResource implements TaskApi {

    private static final String SUBJECT = "task";

    @Inject
    Access access;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    Preconditions preconditions;

    @Inject
    Clock clock;

    @Override
    public Page<TaskView> list(String after, int limit) {
        List<Task> rows = Task.open(access, Cursor.parseAt(after), limit + 1);
        audit.done("task.list", SUBJECT, rows.stream().map(row -> row.id).toList());
        return Cursor.page(rows, limit, Task.views(rows), last -> last.place().encode());
    }

    @Override
    public TaskView complete(UUID id, String ifMatch) {
        UUID conversationId = Task.conversationOf(id);
        access.requireConversation(conversationId);
        // Under it tasks are opened: what fails at this moment finds this one done and is a new one.
        Conversation.lock(conversationId);
        var task = Task.lock(id);
        preconditions.honour(ifMatch, task.version);
        task.done(actor.id(), actor.displayName(), clock.instant());
        audit.done("task.complete", SUBJECT, List.of(id));
        preconditions.etag(task.version);
        return Task.views(List.of(task)).apply(task);
    }
}
