package uk.helpathand.contact.conversation;

import uk.helpathand.api.SafeContact;

/**
 * How the team may answer now, and what of case-service's changes that knows.
 *
 * @param staffVersion the newest of what staff were told
 * @param wordsVersion the newest redaction of the words
 */
public record ContactState(long staffVersion, long wordsVersion, SafeContact contact) {}
