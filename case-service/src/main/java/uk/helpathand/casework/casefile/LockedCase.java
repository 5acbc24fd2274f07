package uk.helpathand.casework.casefile;

import java.util.List;
import java.util.UUID;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.CaseConversation;
import uk.helpathand.casework.conversation.Conversation;

/** A case with all its threads, locked in the one order of the house: the threads first, then the case. */
record LockedCase(CaseFile file, List<Conversation> threads) {

    /** A thread that a triage added in between is not locked: then it is {@link ProblemType#STALE}, to be tried again. */
    static LockedCase of(UUID id) {
        List<UUID> ids = CaseConversation.conversationsOf(id);
        List<Conversation> threads = ids.stream().map(Conversation::lock).toList();
        var file = CaseFile.lock(id);
        if (!CaseConversation.conversationsOf(id).equals(ids)) {
            throw ProblemType.STALE.exception();
        }
        return new LockedCase(file, threads);
    }

    /** The case has changed in what decides who answers. */
    void giveThreads() {
        CaseFile.flush();
        threads.forEach(thread -> thread.answeredBy(WhoAnswers.of(thread.id)));
    }
}
