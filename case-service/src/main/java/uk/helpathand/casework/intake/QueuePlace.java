package uk.helpathand.casework.intake;

import io.quarkus.panache.common.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.casework.EnquiryStatus;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.platform.web.Cursor;

/** A place in the queue: its sort key, and what comes after it. */
record QueuePlace(int rank, Instant receivedAt, UUID id) {

    private static final QueuePlace BEFORE_ALL = new QueuePlace(-1, Instant.EPOCH, new UUID(0, 0));

    static QueuePlace parse(String after) {
        if (after == null) {
            return BEFORE_ALL;
        }
        String[] parts = Cursor.decode(after, 3);
        try {
            return new QueuePlace(Integer.parseInt(parts[0]), Cursor.instant(parts[1]), UUID.fromString(parts[2]));
        } catch (RuntimeException e) {
            throw Cursor.malformed();
        }
    }

    /**
     * What comes after it: most urgent first, then oldest first; without a status all that wait for a decision, but for the tray.
     *
     * @param reader see {@link uk.helpathand.casework.access.Access#reader()}
     */
    List<Enquiry> following(EnquiryStatus status, Urgency urgency, Map<String, Object> reader, int most) {
        var query = "(urgencyRank, receivedAt, id) > (:rank, :at, :id)";
        Map<String, Object> parameters = new HashMap<>(reader);
        parameters.putAll(Map.of("rank", rank, "at", receivedAt, "id", id));
        if (status == null) {
            // A literal, because the index of the queue is a partial one.
            query += " and status <> TRIAGED and status <> UNCONFIRMED";
        } else {
            query += " and status = :status";
            parameters.put("status", status);
        }
        if (urgency != null) {
            query += " and urgencyRank = :urgency";
            parameters.put("urgency", urgency.ordinal());
        }
        return Enquiry.<Enquiry>find(
                        "from Enquiry enquiry where " + query + " and " + Visible.enquiry("enquiry.id")
                                + " order by urgencyRank, receivedAt, id",
                        parameters)
                .page(Page.ofSize(most))
                .list();
    }

    String encode() {
        return Cursor.encode(Integer.toString(rank), receivedAt.toString(), id.toString());
    }
}
