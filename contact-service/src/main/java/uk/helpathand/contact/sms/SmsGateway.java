package uk.helpathand.contact.sms;

import java.time.Instant;
import java.util.Optional;

/**
 * A provider of text messages, for the service numbers that name it. Each call ends within a few seconds (connection 2 s,
 * answer 5 s) and stands behind a circuit breaker; nothing is tried twice here, since that is the outbox's work. Never to be
 * called within a transaction. A provider without settings is {@link SmsUnavailable}.
 */
public interface SmsGateway {

    /** For example {@code notify}: what service numbers, rows and metrics call it by. */
    String provider();

    /** The provider has taken it over; that it arrived is told later, by {@link IncomingTexts#status}. */
    Accepted send(TextToSend text) throws SmsRefused, SmsUnavailable, SmsAmbiguous;

    /**
     * What became of a send whose answer never came ({@link SmsAmbiguous}). Empty: the provider does not know it, so it may be
     * sent again. Each adapter says what its provider cannot tell.
     */
    Optional<Accepted> find(TextToSend text) throws SmsUnavailable;

    /**
     * One page of what was received, newest first, as the provider lists it: for the sweep that finds what never reached our
     * webhook. Nothing sent before {@code since} is needed, though some may be listed.
     *
     * @param cursor {@link ReceivedPage#next()} of the page before; null begins
     */
    ReceivedPage received(Instant since, String cursor) throws SmsUnavailable;
}
