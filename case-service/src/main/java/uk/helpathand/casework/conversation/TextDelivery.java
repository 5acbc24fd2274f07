package uk.helpathand.casework.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.casework.MessageView;
import uk.helpathand.api.handover.DeliveryHandover;

/** How far the text about a message got. Changed only by {@link Message#texted}. */
@Embeddable
class TextDelivery {

    @Column(name = "text_state")
    DeliveryState state;

    @Column(name = "text_state_at")
    Instant at;

    @Column(name = "text_held_until")
    Instant heldUntil;

    @Column(name = "text_rule")
    String rule;

    @Column(name = "text_failure")
    String failure;

    /** As it is told; a rule, a reason or a time that belongs to an earlier state is left behind. */
    static TextDelivery of(DeliveryHandover told) {
        var text = new TextDelivery();
        boolean held = told.state() == DeliveryState.HELD;
        text.state = told.state();
        text.at = told.at();
        text.heldUntil = held ? told.heldUntil() : null;
        text.rule = held || told.state() == DeliveryState.REFUSED ? told.rule() : null;
        text.failure = told.state() == DeliveryState.NOT_DELIVERED ? told.failure() : null;
        return text;
    }

    /**
     * Which states it may follow; one that waits again only an earlier one. Else only forward, and of the three ends the first stands: a person may have acted on "not
     * delivered" already, and no later word of a network takes that back.
     */
    static List<DeliveryState> before(DeliveryState state) {
        return switch (state) {
            case STORED, SEEN -> List.of();
            // A safe time may be over before the provider takes it: then it waits for the next one.
            case HELD -> List.of(DeliveryState.HELD, DeliveryState.SENDING);
            case SENDING -> List.of(DeliveryState.HELD);
            case SENT -> List.of(DeliveryState.HELD, DeliveryState.SENDING);
            case DELIVERED, NOT_DELIVERED, REFUSED ->
                List.of(DeliveryState.HELD, DeliveryState.SENDING, DeliveryState.SENT);
        };
    }

    /** These two come one after the other any number of times: of a call that comes late the older one changes nothing. */
    static String after(DeliveryState state) {
        return switch (state) {
            case HELD -> " and texted.at < ?2";
            case SENDING -> " and texted.at <= ?2";
            default -> "";
        };
    }

    MessageView.TextState toView() {
        return new MessageView.TextState(state, at, heldUntil, rule, failure);
    }
}
