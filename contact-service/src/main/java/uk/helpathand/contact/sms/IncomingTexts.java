package uk.helpathand.contact.sms;

/**
 * What the adapters hand over, sender proved. To return is to have committed: the provider is told so and forgets the text.
 * Every exception is answered as "later", and the provider tries again. The same thing may come any number of times.
 */
public interface IncomingTexts {

    void receive(ReceivedText text);

    /**
     * A proved call in which nobody here can read a text or a status. A person has to look at it.
     *
     * @param contentType as it was given; null where it was not
     */
    void unreadable(String provider, byte[] raw, String contentType);

    void status(TextStatus status, byte[] raw);
}
