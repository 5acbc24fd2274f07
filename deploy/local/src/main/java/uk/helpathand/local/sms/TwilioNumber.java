package uk.helpathand.local.sms;

import java.net.URI;
import java.util.List;

/**
 * A number at Twilio.
 *
 * @param number E.164
 * @param accountSid AC and 32 hex digits
 * @param authTokens primary and secondary: both open the API, the first signs unless {@link Faults#token} says otherwise
 * @param received where received texts are posted, as it is signed: see {@link SmsSimulator#callbacksTo}
 * @param statuses where states are posted of texts that named no StatusCallback; null for nowhere
 * @param advancedOptOut whether the callbacks name the keyword in OptOutType
 */
public record TwilioNumber(
        String number, String accountSid, List<String> authTokens, URI received, URI statuses, boolean advancedOptOut)
        implements ServiceNumber {

    public TwilioNumber {
        authTokens = List.copyOf(authTokens);
    }
}
