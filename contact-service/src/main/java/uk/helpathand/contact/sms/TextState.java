package uk.helpathand.contact.sms;

/**
 * How far a text of ours is. States are told late, twice and out of order, so a state replaces only one of lower rank.
 * "Delivered" is the network's word about a phone, never about a child: nobody is said to have read anything.
 */
public enum TextState {
    /** With the provider. */
    ACCEPTED(0),
    /** On its way to the network. */
    SENDING(1),
    /** With the network. Some networks tell nothing more. */
    SENT(2),
    /** The phone was off, full or out of reach. Another text may arrive, and once in a while this one does. */
    FAILED_FOR_NOW(3),
    /** The network says the phone has it. */
    DELIVERED(4),
    /** It will never arrive. */
    FAILED(4);

    private final int rank;

    TextState(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }

    /** Whether this is news after the other; of the two ends, the one that was told first stands. */
    public boolean supersedes(TextState before) {
        return before == null || rank > before.rank;
    }
}
