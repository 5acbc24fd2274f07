package uk.helpathand.casework.task;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import uk.helpathand.api.casework.TaskKind;
import uk.helpathand.api.casework.TaskView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.casework.conversation.CaseConversation;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/**
 * Something a person must see to on a conversation, because a machine could not. Opened and done under the conversation's
 * lock. Its version rises when the same happens again: whoever says that it is seen to may not have seen that.
 */
@Entity
@Table(name = "task")
public class Task extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(updatable = false)
    TaskKind kind;

    @Column(name = "conversation_id", updatable = false)
    UUID conversationId;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "last_at")
    Instant lastAt;

    long version;

    @Column(name = "done_at")
    Instant doneAt;

    @Column(name = "done_by_id")
    String doneById;

    @Column(name = "done_by")
    String doneBy;

    /** One of a kind is open at most: ten texts that did not arrive are one thing to see to. */
    static void open(TaskKind kind, UUID conversationId, Instant now) {
        int again = update(
                "version = version + 1, lastAt = ?1 where conversationId = ?2 and kind = ?3 and doneAt is null",
                now,
                conversationId,
                kind);
        if (again > 0) {
            return;
        }
        var task = new Task();
        task.id = Ids.next();
        task.kind = kind;
        task.conversationId = conversationId;
        task.createdAt = now;
        task.lastAt = now;
        task.persist();
    }

    /** Of one that is not loaded, so that locks come first. */
    static UUID conversationOf(UUID id) {
        return find("select conversationId from Task where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    static Task lock(UUID id) {
        return Task.<Task>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** The first wins; a second changes nothing. */
    void done(String subject, String name, Instant now) {
        if (doneAt == null) {
            doneAt = now;
            doneById = subject;
            doneBy = name;
        }
    }

    /** Oldest first, of the conversations that whoever calls may know of. */
    static List<Task> open(Access access, Cursor.At after, int most) {
        Map<String, Object> parameters = access.reader();
        parameters.put("at", after.at());
        parameters.put("id", after.id());
        return Task.<Task>find(
                        "from Task task where task.doneAt is null and (task.createdAt, task.id) > (:at, :id) and "
                                + Visible.conversation("task.conversationId") + " order by task.createdAt, task.id",
                        parameters)
                .page(Page.ofSize(most))
                .list();
    }

    /** Open and done, oldest first. */
    public static List<Task> ofCase(UUID caseId, Access access, Cursor.At after, int most) {
        return CaseConversation.merged(
                caseId,
                access,
                thread -> Task.<Task>find(
                                "conversationId = ?1 and (createdAt, id) > (?2, ?3) order by createdAt, id",
                                thread,
                                after.at(),
                                after.id())
                        .page(Page.ofSize(most))
                        .list(),
                Task::place,
                most);
    }

    /** Its place in a list by time. */
    public Cursor.At place() {
        return new Cursor.At(createdAt, id);
    }

    /** What shows each of these, with who must answer its conversation now. */
    public static Function<Task, TaskView> views(List<Task> tasks) {
        List<UUID> ids =
                tasks.stream().map(task -> task.conversationId).distinct().toList();
        Map<UUID, Conversation> conversations =
                Conversation.ofIds(ids).stream().collect(toMap(conversation -> conversation.id, identity()));
        // Whoever may know of a conversation may know of all its cases.
        Map<UUID, List<UUID>> cases = CaseConversation.casesOf(ids);
        return task ->
                task.toView(conversations.get(task.conversationId), cases.getOrDefault(task.conversationId, List.of()));
    }

    private TaskView toView(Conversation conversation, List<UUID> caseIds) {
        return new TaskView(
                id,
                kind,
                conversationId,
                caseIds,
                createdAt,
                lastAt,
                version,
                conversation.ownerKind,
                conversation.ownerId,
                doneAt,
                doneBy);
    }
}
