package uk.helpathand.contact.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Optional;

/**
 * The providers and their service numbers. One without a number is off: its webhooks answer 404. One with a number and
 * without the rest refuses to start.
 */
@ConfigMapping(prefix = "helpathand.sms")
public interface SmsConfig {

    /** Every Java object has a {@code notify()} already. */
    @WithName("notify")
    Notify govNotify();

    Twilio twilio();

    /** GOV.UK Notify. */
    interface Notify {

        /** The service number that children text, E.164. */
        Optional<String> number();

        /** Of its API. */
        Optional<String> url();

        /** As its page shows it: {name}-{id of the service}-{secret}. */
        Optional<String> apiKey();

        /** Of a template whose whole body is {@code ((message))}: there are no texts without a template. */
        Optional<String> templateId();

        /** Of the service number among the account's senders; without it Notify takes the account's own default. */
        Optional<String> senderId();

        /** One or, while they are changed, two tokens by which Notify proves itself at our webhooks. */
        Optional<List<String>> tokens();
    }

    /** Twilio. */
    interface Twilio {

        /** The service number that children text, E.164. */
        Optional<String> number();

        /** Of its API. */
        Optional<String> url();

        Optional<String> accountSid();

        /** The primary and, while they are changed, the secondary. We sign in with the first and believe both. */
        Optional<List<String>> authTokens();

        /** Where Twilio reaches this service from outside, without the path of the webhook. It is part of what is signed. */
        Optional<String> publicUrl();
    }
}
