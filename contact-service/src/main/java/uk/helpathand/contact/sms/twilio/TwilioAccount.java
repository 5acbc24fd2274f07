package uk.helpathand.contact.sms.twilio;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.helpathand.contact.sms.ProviderSettings;
import uk.helpathand.contact.sms.SmsConfig;

/** Our account at Twilio, once at the start. */
final class TwilioAccount {

    private static final Pattern SID = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern PUBLIC_URL = Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?");

    final String number;
    final String sid;
    final String authorization;
    final TwilioSignature signature;
    final String statusUrl;

    private TwilioAccount(SmsConfig.Twilio config) {
        var settings = new ProviderSettings("twilio");
        settings.needed(config.url(), "url");
        number = settings.number(config.number());
        sid = settings.needed(config.accountSid(), "account-sid");
        if (!SID.matcher(sid).matches()) {
            throw settings.wrong("account-sid", "must be AC and 32 hexadecimal digits");
        }
        List<String> tokens = settings.tokens(config.authTokens(), "auth-tokens");
        String publicUrl = settings.needed(config.publicUrl(), "public-url");
        if (!PUBLIC_URL.matcher(publicUrl).matches()) {
            throw settings.wrong("public-url", "must be an address without query and fragment");
        }
        authorization = "Basic "
                + Base64.getEncoder().encodeToString((sid + ":" + tokens.get(0)).getBytes(StandardCharsets.UTF_8));
        signature = new TwilioSignature(publicUrl, tokens);
        statusUrl = publicUrl.replaceFirst("/$", "") + TwilioWebhooksResource.PATH + TwilioWebhooksResource.STATUS;
    }

    /** Empty where the service has no number at Twilio. */
    static Optional<TwilioAccount> of(SmsConfig.Twilio config) {
        return config.number().isEmpty() ? Optional.empty() : Optional.of(new TwilioAccount(config));
    }
}
