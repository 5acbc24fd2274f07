package uk.helpathand.contact.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.safecontact.PhoneNumbers;
import uk.helpathand.platform.safecontact.SafeContactConfig;

/** By which a number is found again without being readable: every spelling of it gives the same. */
@ApplicationScoped
public class NumberHashes {

    private final MasterKeys keys;
    private final PhoneNumbers numbers;

    @Inject
    NumberHashes(MasterKeys keys, SafeContactConfig config) {
        this.keys = keys;
        numbers = new PhoneNumbers(config.region());
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
