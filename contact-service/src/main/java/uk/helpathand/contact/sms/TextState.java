package uk.helpathand.contact.sms;

/**
 * How far a text of ours is, as a provider tells it: late, twice and out of order ({@link OutgoingText} says what counts then).
 * "Delivered" is the network's word about a phone, never about a child: nobody is said to have read anything.
 */
public enum TextState {
    /** With the provider. */
    ACCEPTED,
    /** On its way to the network. */
    SENDING,
    /** With the network. Some networks tell nothing more. */
    SENT,
    /** The phone was off, full or out of reach. Another text may arrive, and once in a while this one does. */
    FAILED_FOR_NOW,
    /** The network says the phone has it. */
    DELIVERED,
    /** It will never arrive. */
    FAILED
}
