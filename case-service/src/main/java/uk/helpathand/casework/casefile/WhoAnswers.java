package uk.helpathand.casework.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.Owner;

/** Who has to answer what is written in a conversation, by the cases it belongs to. */
public final class WhoAnswers {

    private WhoAnswers() {}

    /**
     * Who must answer a conversation: of its open cases the owner of the one opened last, if they may know of all of its cases; the
     * lead when that owner has left, when none of the owners may read it, or when all its cases are closed; the queue when it has
     * none.
     */
    public static Owner of(UUID conversationId) {
        List<CaseFile> cases = CaseFile.ofConversation(conversationId);
        return cases.stream()
                .filter(CaseFile::isOpen)
                .sorted(Comparator.comparing((CaseFile file) -> file.openedAt)
                        .thenComparing(file -> file.id)
                        .reversed())
                .filter(file -> file.ownerLeftAt != null || mayKnow(file.ownerId, conversationId))
                .findFirst()
                .map(file -> file.ownerLeftAt == null ? Owner.adviser(file.ownerId) : Owner.LEAD)
                .orElse(cases.isEmpty() ? Owner.QUEUE : Owner.LEAD);
    }

    /** A lead who answers for one of them and is not of the circle of another is left out as well: any lead sees it. */
    private static boolean mayKnow(String staffId, UUID conversationId) {
        Map<String, Object> parameters = Visible.readerWithoutGlass(staffId);
        parameters.put("conversation", conversationId);
        return Conversation.count(
                        "from Conversation thread where thread.id = :conversation and "
                                + Visible.conversation("thread.id"),
                        parameters)
                == 1;
    }

    /** Whether the work on a conversation goes on, whoever does it. */
    static boolean isAnyOpen(UUID conversationId) {
        return CaseFile.ofConversation(conversationId).stream().anyMatch(CaseFile::isOpen);
    }
}
