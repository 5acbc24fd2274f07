package uk.helpathand.contact.sms;

/**
 * Nobody can tell whether the provider has taken the text: the answer never came, or makes no sense. It must be looked for
 * ({@link SmsGateway#find}) before it is sent again, or a child is texted twice. The message holds no number and no words.
 */
public class SmsAmbiguous extends Exception {

    public SmsAmbiguous(String why) {
        super(why);
    }
}
