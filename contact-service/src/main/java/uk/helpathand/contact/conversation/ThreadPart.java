package uk.helpathand.contact.conversation;

import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import uk.helpathand.platform.web.Room;

/** The messages of a thread that one page has room for: whoever writes a thousand long ones takes the memory of nobody else. */
final class ThreadPart {

    private static final int MOST = 100;

    /** As sealed. Four messages of the greatest length in letters of four bytes. */
    private static final int MOST_BYTES = 350_000;

    /** PostgreSQL knows them without a look at the words. */
    private static final String SIZES = """
            SELECT sequence, coalesce(octet_length(text), 0) AS bytes FROM message
            WHERE conversation_id = :conversation AND sequence < :place ORDER BY sequence DESC
            """;

    private ThreadPart() {}

    private record Size(long sequence, int bytes) {}

    /** The last ones before that place, oldest first; one at least where there is any. */
    static List<Message> before(UUID conversationId, long place) {
        List<?> newest = Message.getEntityManager()
                .createNativeQuery(SIZES, Tuple.class)
                .setParameter("conversation", conversationId)
                .setParameter("place", place)
                .setMaxResults(MOST)
                .getResultList();
        List<Size> sizes = newest.stream()
                .map(Tuple.class::cast)
                .map(row -> new Size(row.get("sequence", Long.class), row.get("bytes", Integer.class)))
                .toList();
        int fitting = Room.fitting(sizes, Size::bytes, MOST_BYTES);
        return Message.list(
                "conversationId = ?1 and sequence >= ?2 and sequence < ?3 order by sequence",
                conversationId,
                fitting == 0 ? place : sizes.get(fitting - 1).sequence,
                place);
    }
}
