package uk.helpathand.contact.sms.notify;

import java.util.Optional;
import uk.helpathand.contact.sms.ProviderSettings;
import uk.helpathand.contact.sms.SmsConfig;

/** Our account at Notify, once at the start. */
final class NotifyAccount {

    final String number;
    final NotifyKey key;
    final String templateId;
    final Optional<String> senderId;
    final NotifyTokens tokens;

    private NotifyAccount(SmsConfig.Notify config) {
        var settings = new ProviderSettings("notify");
        settings.needed(config.url(), "url");
        number = settings.number(config.number());
        key = NotifyKey.parse(settings.needed(config.apiKey(), "api-key"))
                .orElseThrow(
                        () -> settings.wrong("api-key", "must end with the service's id and a secret, both UUIDs"));
        templateId = settings.needed(config.templateId(), "template-id");
        senderId = config.senderId();
        tokens = new NotifyTokens(settings.tokens(config.tokens(), "tokens"));
    }

    /** Empty where the service has no number at Notify. */
    static Optional<NotifyAccount> of(SmsConfig.Notify config) {
        return config.number().isEmpty() ? Optional.empty() : Optional.of(new NotifyAccount(config));
    }
}
