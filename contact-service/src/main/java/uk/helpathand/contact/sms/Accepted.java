package uk.helpathand.contact.sms;

import java.time.Instant;

/**
 * A provider has a text of ours.
 *
 * @param providerId the provider's id of it, by which later states come
 * @param state how far it is; null for a word of the provider that we do not know
 * @param at by our clock when it was just sent, by the provider's when it was found
 */
public record Accepted(String providerId, TextState state, Instant at) {}
