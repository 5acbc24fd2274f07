package uk.helpathand.contact.sms;

import java.time.Duration;

/** The provider has not taken the text and may later. The message holds no number and no words. */
public class SmsUnavailable extends Exception {

    private final Duration retryAfter;

    /** @param retryAfter how long the provider asks us to wait; null where it does not say */
    public SmsUnavailable(String why, Duration retryAfter) {
        super(why);
        this.retryAfter = retryAfter;
    }

    /** May be null. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
