package uk.helpathand.casework.casefile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import uk.helpathand.api.Page;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CaseApi;
import uk.helpathand.api.casework.CasePatch;
import uk.helpathand.api.casework.CaseStatus;
import uk.helpathand.api.casework.CaseSummary;
import uk.helpathand.api.casework.CaseView;
import uk.helpathand.api.casework.CloseCase;
import uk.helpathand.api.casework.MessageView;
import uk.helpathand.api.casework.RestrictCase;
import uk.helpathand.api.casework.TaskView;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.codes.CodesInUse;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.MessagePage;
import uk.helpathand.casework.conversation.Replies;
import uk.helpathand.casework.task.Task;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.codes.CodeLists;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Preconditions;

/** See {@link CaseApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class CaseResource implements CaseApi {

    private static final String SUBJECT = "case";

    @Inject
    Replies replies;

    @Inject
    CodesInUse codes;

    @Inject
    Preconditions preconditions;

    @Inject
    Access access;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    public Page<CaseSummary> list(CaseStatus status, String ownerId, boolean withoutOwner, String after, int limit) {
        Cursor.At before = after == null ? null : Cursor.parseAt(after);
        List<CaseFile> rows = Newest.page(status, ownerId, withoutOwner, before, access.reader(), limit + 1);
        audit.done("case.list", SUBJECT, rows.stream().map(row -> row.id).toList());
        return Cursor.page(rows, limit, CaseFile::toSummary, last -> new Cursor.At(last.openedAt, last.id).encode());
    }

    @Override
    public CaseView get(UUID id) {
        access.requireCase(id);
        return seen(CaseFile.get(id), "case.read");
    }

    @Override
    public Page<MessageView> messages(UUID id, String after, int limit) {
        access.requireCase(id);
        MessagePage page = MessagePage.ofCase(id, access, Cursor.parseAt(after), limit);
        // With their threads: of what was written about a brother or sister as well, theirs has been read too.
        Stream<UUID> threads =
                page.rows().stream().map(row -> row.conversationId).distinct();
        audit.done(
                "case.read-messages",
                SUBJECT,
                Stream.concat(Stream.of(id), threads).toList());
        return page.toPage();
    }

    @Override
    public Page<TaskView> tasks(UUID id, String after, int limit) {
        access.requireCase(id);
        List<Task> rows = Task.ofCase(id, access, Cursor.parseAt(after), limit + 1);
        audit.done("case.read-tasks", SUBJECT, List.of(id));
        return Cursor.page(rows, limit, Task.views(rows), last -> last.place().encode());
    }

    @Override
    public CaseView patch(UUID id, String ifMatch, CasePatch patch) {
        access.requireCase(id);
        var file = CaseFile.lock(id);
        preconditions.require(ifMatch, file.version, file.differences(patch));
        file.patch(patch, clock.instant());
        return seen(file, "case.change");
    }

    @Override
    public CaseView restrict(UUID id, String ifMatch, RestrictCase restriction) {
        access.requireCase(id);
        if (!restriction.restricted()) {
            access.requireLead();
        }
        var locked = LockedCase.of(id);
        CaseFile file = locked.file();
        preconditions.require(
                ifMatch, file.version, file.restricted == restriction.restricted() ? List.of() : List.of("restricted"));
        Instant now = clock.instant();
        boolean changed = file.restrict(restriction.restricted(), now);
        if (changed || file.restricted) {
            // Said again, it may be for another reason, which counts as well.
            CaseRestriction.keep(id, restriction.restricted(), restriction.reason(), actor, now);
        }
        if (changed && file.restricted) {
            access.joinCircle(id);
        }
        if (changed) {
            locked.giveThreads();
        }
        return seen(
                file,
                restriction.restricted() ? "case.restrict" : "case.lift-restriction",
                LosslessText.storable(restriction.reason()));
    }

    @Override
    public CaseView close(UUID id, String ifMatch, CloseCase close) {
        access.requireCase(id);
        Instant now = clock.instant();
        codes.require(CodeLists.CLOSURE_REASON, close.reason(), "reason", now);
        var locked = LockedCase.of(id);
        CaseFile file = locked.file();
        preconditions.require(ifMatch, file.version, file.isOpen() ? List.of() : List.of("status"));
        List<Conversation> threads = locked.threads();
        var words = LastWords.of(
                close,
                threads,
                access.conversationsOf(threads.stream().map(thread -> thread.id).toList()));
        file.close(close.reason(), now);
        CaseFile.flush();
        threads.forEach(thread -> tell(thread, words));
        return seen(file, "case.close");
    }

    private void tell(Conversation thread, LastWords words) {
        thread.answeredBy(WhoAnswers.of(thread.id));
        boolean goesOn = WhoAnswers.isAnyOpen(thread.id);
        if (!goesOn) {
            replies.moveTo(thread, ProgressStage.FINISHED);
        }
        String said = words.on(thread);
        if (said != null && goesOn) {
            // What waits there is for whoever does the work.
            replies.sayAside(thread, said);
        } else if (said != null) {
            replies.sayHavingRead(thread, said, words.readTo(thread));
        }
        if (!goesOn && thread.waitingSince != null) {
            // As for a message that comes a moment later: nobody has read it, and the child's page must not say so.
            replies.moveTo(thread, ProgressStage.RECEIVED);
        }
    }

    private CaseView seen(CaseFile file, String action) {
        return seen(file, action, null);
    }

    private CaseView seen(CaseFile file, String action, String reason) {
        CaseFile.flush();
        CaseView view = file.toView(access);
        audit.done(action, SUBJECT, List.of(file.id), reason);
        preconditions.etag(file.version);
        return view;
    }
}
