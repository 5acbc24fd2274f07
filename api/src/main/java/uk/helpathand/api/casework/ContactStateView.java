package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Requester;
import uk.helpathand.api.SafeContact;

/**
 * What may be sent to this conversation now, to be read before typing.
 *
 * @param audience who reads it
 * @param routes by which an answer reaches them now: {@code web}, on the thread, while a return code opens it; {@code text},
 *     while the rules let a text go, at once or at its time. Empty when nothing reaches them
 * @param wished what they chose; a wish that no route serves yet is the adviser's to weigh
 * @param text whether a text may go, and when
 * @param textsStoppedAt since when the number wants no text; absent while it does
 * @param offer while texts are stopped, what else could be offered: {@code web} (there already, or by a new return code),
 *     {@code call}, {@code email}. Absent otherwise
 * @param codeRevokedAt since when no return code opens the thread, so that nobody can read an answer there: from the first
 *     moment of a conversation that began by text. Absent while one does
 * @param firstReturnedAt when the return code first opened the thread; absent while it never has
 */
public record ContactStateView(
        UUID conversationId,
        Requester audience,
        List<String> routes,
        SafeContact wished,
        TextRouteView text,
        Instant textsStoppedAt,
        List<String> offer,
        Instant codeRevokedAt,
        Instant firstReturnedAt) {

    public static final String WEB = "web";
    public static final String TEXT = "text";
    public static final String CALL = "call";
    public static final String EMAIL = "email";
}
