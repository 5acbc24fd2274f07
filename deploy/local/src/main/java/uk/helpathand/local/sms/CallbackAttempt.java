package uk.helpathand.local.sms;

import java.time.Instant;

/**
 * What became of one try of one callback. Ids only, no number of a phone and no words.
 *
 * @param number the service number it was about
 * @param kind text, receipt or status
 * @param attempt from 1
 * @param status 0 when there was no answer
 * @param outcome in words, for people
 */
public record CallbackAttempt(
        Instant at, String number, String textId, String kind, int attempt, int status, String outcome) {}
