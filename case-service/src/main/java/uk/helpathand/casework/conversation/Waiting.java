package uk.helpathand.casework.conversation;

import io.quarkus.panache.common.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.helpathand.api.casework.OwnerKind;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.platform.web.Cursor;

/** The list of conversations in which somebody waits for an answer. */
final class Waiting {

    private Waiting() {}

    /**
     * Unanswered, longest waiting first, of those that somebody may know of.
     *
     * @param reader see {@link uk.helpathand.casework.access.Access#reader()}
     */
    static List<Conversation> page(
            OwnerKind ownerKind, String ownerId, Cursor.At after, Map<String, Object> reader, int most) {
        Map<String, Object> parameters = new HashMap<>(reader);
        parameters.put("at", after.at());
        parameters.put("id", after.id());
        // Only advisers are named, so that an owner's conversations are one stretch of the index.
        OwnerKind kind = ownerKind == null && ownerId != null ? OwnerKind.ADVISER : ownerKind;
        // The owner stands within the comparison too: only the index that begins with it can start there.
        var place = "waitingSince, id) > (";
        var values = ":at, :id)";
        var owner = "";
        if (ownerId != null) {
            place = "ownerId, " + place;
            values = ":ownerId, " + values;
            owner += " and ownerId = :ownerId";
            parameters.put("ownerId", ownerId);
        }
        if (kind != null) {
            place = "ownerKind, " + place;
            values = ":kind, " + values;
            owner += " and ownerKind = :kind";
            parameters.put("kind", kind);
        }
        var query = "waitingSince is not null and (" + place + values + owner;
        return Conversation.<Conversation>find(
                        "from Conversation thread where " + query + " and " + Visible.conversation("thread.id")
                                + " order by waitingSince, id",
                        parameters)
                .page(Page.ofSize(most))
                .list();
    }
}
