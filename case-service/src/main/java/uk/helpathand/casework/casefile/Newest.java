package uk.helpathand.casework.casefile;

import io.quarkus.panache.common.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.helpathand.api.casework.CaseStatus;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.web.Cursor;

/** The list of cases. */
final class Newest {

    private Newest() {}

    /**
     * Newest first, of those that somebody may know of.
     *
     * @param reader see {@link uk.helpathand.casework.access.Access#reader()}
     */
    static List<CaseFile> page(
            CaseStatus status,
            String ownerId,
            boolean withoutOwner,
            Cursor.At before,
            Map<String, Object> reader,
            int most) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>(reader);
        conditions.add(Visible.caseFile("file"));
        // The owner stands within the comparison too: only the index that begins with it can start there.
        var place = "openedAt, id) < (";
        var values = ":at, :id)";
        if (status != null) {
            conditions.add("status = :status");
            parameters.put("status", status);
            place = "status, " + place;
            values = ":status, " + values;
        }
        if (ownerId != null) {
            conditions.add("ownerId = :ownerId");
            parameters.put("ownerId", LosslessText.storable(ownerId));
            place = "ownerId, " + place;
            values = ":ownerId, " + values;
        }
        if (withoutOwner) {
            // A literal, because their index is a partial one.
            conditions.add("status = OPEN and ownerLeftAt is not null");
        }
        if (before != null) {
            conditions.add("(" + place + values);
            parameters.put("at", before.at());
            parameters.put("id", before.id());
        }
        return CaseFile.<CaseFile>find(
                        "from CaseFile file where " + String.join(" and ", conditions)
                                + " order by file.openedAt desc, file.id desc",
                        parameters)
                .page(Page.ofSize(most))
                .list();
    }
}
