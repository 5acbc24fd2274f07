package uk.helpathand.contact.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.safecontact.PhoneNumbers;

/** By which a number is found again without being readable: every spelling of it gives the same. */
@ApplicationScoped
public class NumberHashes {

    private final MasterKeys keys;
    private final PhoneNumbers numbers;

    /** @param region where a number without a country code is dialled, ISO 3166 */
    @Inject
    NumberHashes(
            MasterKeys keys, @ConfigProperty(name = "helpathand.texts.region", defaultValue = "GB") String region) {
        this.keys = keys;
        numbers = new PhoneNumbers(region);
    }

    public PhoneNumbers numbers() {
        return numbers;
    }

    /** Null for what is no number. */
    public byte[] of(String given) {
        return numbers.toE164(given)
                .map(e164 -> keys.hash("phone-number", e164))
                .orElse(null);
    }
}
