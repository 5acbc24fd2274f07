package uk.helpathand.contact.conversation;

import java.time.Instant;
import uk.helpathand.api.SafeContact;

/**
 * What an adviser was told about safe contact.
 *
 * @param at when; null for now
 * @param wordsVersion the newest redaction of the words that it knows
 */
public record Told(SafeContact contact, Instant at, long wordsVersion) {}
