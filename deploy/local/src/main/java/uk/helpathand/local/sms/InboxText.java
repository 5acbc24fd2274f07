package uk.helpathand.local.sms;

import java.time.Instant;

/**
 * A text that reached a phone.
 *
 * @param from service number, E.164
 * @param at when it reached the phone
 */
public record InboxText(String from, String body, Instant at) {}
