package uk.helpathand.casework.wayback;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import uk.helpathand.casework.conversation.SharedText;

/** What colleagues wrote beside what became of a conversation's return codes. */
public final class CodeNotes {

    private CodeNotes() {}

    /** Within the caller's transaction. */
    public static List<SharedText> of(UUID conversationId) {
        Stream<SharedText> revocations = CodeRevocation.<CodeRevocation>list(
                        "conversationId = ?1 and note is not null order by at, id", conversationId)
                .stream()
                .map(row -> note("code-revocation", "code_revocation.note", row.id, row.note));
        Stream<SharedText> reissues =
                CodeReissue.<CodeReissue>list(
                                "conversationId = ?1 and note is not null order by at, id", conversationId)
                        .stream()
                        .map(row -> note("code-reissue", "code_reissue.note", row.id, row.note));
        return Stream.concat(revocations, reissues).toList();
    }

    private static SharedText note(String kind, String column, UUID id, String note) {
        return SharedText.lasting(kind + " " + id, column, id, false, note);
    }
}
