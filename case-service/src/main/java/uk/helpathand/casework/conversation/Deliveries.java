package uk.helpathand.casework.conversation;

import java.time.Instant;
import java.util.UUID;
import uk.helpathand.api.Author;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.api.problem.ProblemType;

/** How far replies got: statements that only go forward, as the relay and a receipt from contact-service may come at the same moment. */
public final class Deliveries {

    private Deliveries() {}

    /** contact-service has it. */
    static void handedOver(UUID id, Instant at) {
        Message.update("handedOverAt = ?1 where id = ?2 and handedOverAt is null", at, id);
        Message.update(
                "delivery = ?1, deliveryAt = ?2 where id = ?3 and delivery is null", DeliveryState.STORED, at, id);
    }

    /** Of the thread. Only forward: an older state changes nothing. */
    public static void delivered(UUID conversationId, UUID id, DeliveryState state, Instant at) {
        requireReply(conversationId, id);
        String before = state == DeliveryState.SEEN ? "(delivery is null or delivery <> ?1)" : "delivery is null";
        Message.update("delivery = ?1, deliveryAt = ?2 where id = ?3 and " + before, state, at, id);
    }

    /** Of the text about it. Whether it is news; a new time for a held one is. */
    public static boolean texted(UUID conversationId, UUID id, DeliveryHandover told) {
        requireReply(conversationId, id);
        TextDelivery text = TextDelivery.of(told);
        String later = TextDelivery.after(text.state);
        return Message.update(
                        "texted.state = ?1, texted.at = ?2, texted.heldUntil = ?3, texted.rule = ?4, texted.failure = ?5"
                                + " where id = ?6 and (texted.state is null or texted.state in ?7" + later + ")",
                        text.state,
                        text.at,
                        text.heldUntil,
                        text.rule,
                        text.failure,
                        id,
                        TextDelivery.before(text.state))
                == 1;
    }

    private static void requireReply(UUID conversationId, UUID id) {
        if (Message.count("id = ?1 and conversationId = ?2 and author = ?3", id, conversationId, Author.TEAM) == 0) {
            throw ProblemType.NOT_FOUND.exception();
        }
    }
}
