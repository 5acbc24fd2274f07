package uk.helpathand.casework.conversation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import uk.helpathand.api.Page;
import uk.helpathand.api.casework.MessageView;
import uk.helpathand.casework.access.Access;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Room;

/**
 * As many messages as were asked for, or fewer where they are long: whoever writes hundreds of the greatest length takes the memory of
 * nobody else. Their sizes are read first, which PostgreSQL knows without a look at the words.
 *
 * @param rows as the page has them
 * @param next null where there are no more
 */
public record MessagePage(List<Message> rows, String next) {

    /** Twelve messages of the greatest length in letters of four bytes, or fifty in Latin ones. */
    private static final int MOST_BYTES = 1_000_000;

    private static final String LINE =
            "select id, sequence, sentAt, coalesce(octet_length(text), 0) from Message where ";

    private record Line(UUID id, long sequence, Instant sentAt, int bytes) {

        Cursor.At place() {
            return new Cursor.At(sentAt, id);
        }

        String sequenceCursor() {
            return Cursor.encode(Long.toString(sequence));
        }

        String placeCursor() {
            return place().encode();
        }
    }

    static MessagePage ofThread(UUID conversationId, long afterSequence, int limit) {
        List<Line> lines = Message.getEntityManager()
                .createQuery(LINE + "conversationId = ?1 and sequence > ?2 order by sequence", Line.class)
                .setParameter(1, conversationId)
                .setParameter(2, afterSequence)
                .setMaxResults(limit + 1)
                .getResultList();
        return of(lines, limit, Line::sequenceCursor);
    }

    /** Of all threads of a case, in the order of time. */
    public static MessagePage ofCase(UUID caseId, Access access, Cursor.At after, int limit) {
        List<Line> lines = CaseConversation.merged(
                caseId,
                access,
                thread -> Message.getEntityManager()
                        .createQuery(
                                LINE + "conversationId = ?1 and (sentAt, id) > (?2, ?3) order by sentAt, id",
                                Line.class)
                        .setParameter(1, thread)
                        .setParameter(2, after.at())
                        .setParameter(3, after.id())
                        .setMaxResults(limit + 1)
                        .getResultList(),
                Line::place,
                limit + 1);
        return of(lines, limit, Line::placeCursor);
    }

    private static MessagePage of(List<Line> lines, int limit, Function<Line, String> cursorOf) {
        List<Line> asked = lines.subList(0, Math.min(lines.size(), limit));
        List<Line> shown = asked.subList(0, Room.fitting(asked, Line::bytes, MOST_BYTES));
        if (shown.isEmpty()) {
            return new MessagePage(List.of(), null);
        }
        Map<UUID, Message> words = Message.<Message>list(
                        "id in ?1", shown.stream().map(Line::id).toList())
                .stream()
                .collect(toMap(message -> message.id, identity()));
        return new MessagePage(
                // One that was erased between the two readings is left out.
                shown.stream()
                        .map(line -> words.get(line.id))
                        .filter(Objects::nonNull)
                        .toList(),
                shown.size() < lines.size() ? cursorOf.apply(shown.get(shown.size() - 1)) : null);
    }

    public Page<MessageView> toPage() {
        Parts parts = Parts.of(rows);
        return new Page<>(rows.stream().map(row -> row.toView(parts)).toList(), next);
    }
}
