package uk.helpathand.contact.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.helpathand.contact.conversation.NumberHashes;

/** Our numbers, and which provider each is at. */
@ApplicationScoped
class ServiceNumbers {

    private final Map<String, SmsGateway> byNumber = new LinkedHashMap<>();
    private final NumberHashes numbers;
    private final TextsConfig texts;

    @Inject
    ServiceNumbers(SmsConfig config, TextsConfig texts, NumberHashes numbers, Instance<SmsGateway> gateways) {
        this.numbers = numbers;
        this.texts = texts;
        // In a fixed order, so that every replica answers from the same number.
        for (SmsGateway gateway : gateways.stream()
                .sorted(Comparator.comparing(SmsGateway::provider))
                .toList()) {
            Optional<String> number = gateway.provider().equals("notify")
                    ? config.govNotify().number()
                    : config.twilio().number();
            number.filter(given -> !given.isBlank()).ifPresent(given -> byNumber.put(given.strip(), gateway));
        }
    }

    /** Of those that are on. */
    Collection<SmsGateway> gateways() {
        return byNumber.values();
    }

    /** The one that was texted last, if it is still ours, or else the one that is configured, or any. */
    Optional<String> toAnswerFrom(String textedLast) {
        if (textedLast != null && byNumber.containsKey(textedLast)) {
            return Optional.of(textedLast);
        }
        return texts.from().filter(byNumber::containsKey).or(() -> byNumber.keySet().stream()
                .findFirst());
    }

    /** Ours at that provider; where a try went, it is asked about. */
    Optional<String> at(String provider) {
        return byNumber.entrySet().stream()
                .filter(number -> number.getValue().provider().equals(provider))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** @param ours E.164, from {@link #toAnswerFrom} */
    SmsGateway gatewayOf(String ours) {
        return byNumber.get(ours);
    }

    /** As a provider wrote it, in whatever spelling; null for none of ours. */
    String ours(String given) {
        return numbers.numbers().toE164(given).filter(byNumber::containsKey).orElse(null);
    }
}
