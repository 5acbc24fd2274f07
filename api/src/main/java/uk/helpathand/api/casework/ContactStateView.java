package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Requester;
import uk.helpathand.api.SafeContact;

/**
 * What may be sent to this conversation today, to be read before typing.
 *
 * @param audience who reads it
 * @param routes by which an answer reaches them now; today always {@code web}: on the thread, behind the return code
 * @param wished what they chose; a wish that no route serves yet is the adviser's to weigh
 * @param codeRevokedAt since when no return code opens the thread, so that nobody can read an answer; absent while one does
 * @param firstReturnedAt when the return code first opened the thread; absent while it never has
 */
public record ContactStateView(
        UUID conversationId,
        Requester audience,
        List<String> routes,
        SafeContact wished,
        Instant codeRevokedAt,
        Instant firstReturnedAt) {}
