package uk.helpathand.local.sms;

import java.net.URI;
import java.util.List;

/**
 * A number at GOV.UK Notify.
 *
 * @param number E.164
 * @param apiKey as Notify shows it: name, hyphen, id of the service, hyphen, secret
 * @param templateId of the only template there is
 * @param placeholder all that the template's text consists of
 * @param senderId of this number, if the service has several
 * @param received where received texts are posted
 * @param receipts where delivery receipts are posted
 * @param tokens bearer tokens of both; the first is sent unless {@link Faults#token} says otherwise
 */
public record NotifyNumber(
        String number,
        String apiKey,
        String templateId,
        String placeholder,
        String senderId,
        URI received,
        URI receipts,
        List<String> tokens)
        implements ServiceNumber {

    private static final int UUID_LENGTH = 36;

    public NotifyNumber {
        tokens = List.copyOf(tokens);
        if (apiKey.length() < 2 * UUID_LENGTH + 1) {
            throw new IllegalArgumentException("The API key is too short");
        }
    }

    /** Cut out from behind: the name before it may hold hyphens too. */
    String serviceId() {
        var end = apiKey.length() - UUID_LENGTH - 1;
        return apiKey.substring(end - UUID_LENGTH, end);
    }

    String secret() {
        return apiKey.substring(apiKey.length() - UUID_LENGTH);
    }
}
