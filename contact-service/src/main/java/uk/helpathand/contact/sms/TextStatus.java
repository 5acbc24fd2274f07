package uk.helpathand.contact.sms;

import java.time.Instant;

/**
 * What a provider tells of a text of ours. May come before the answer to the send itself.
 *
 * @param reference ours, where the provider repeats it; null otherwise
 * @param providerState the provider's own word, kept also when nobody here knows it
 * @param state null for a word that we do not know
 * @param errorCode the provider's; null where there is none
 * @param at the provider's time where it tells one, else ours
 */
public record TextStatus(
        String provider,
        String providerId,
        String reference,
        String providerState,
        TextState state,
        String errorCode,
        Instant at) {}
