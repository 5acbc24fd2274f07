package uk.helpathand.local.sms;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One callback as it will be posted.
 *
 * @param kind for the record of callbacks: text, receipt or status
 * @param url as the service's owner wrote it at the provider
 * @param wantsXml whether an answer that is no XML counts as a fault
 */
record Call(
        ServiceNumber service,
        String textId,
        String kind,
        URI url,
        Map<String, String> headers,
        byte[] body,
        Duration within,
        boolean wantsXml,
        RetryRule retry) {

    /** When a provider tries again. */
    interface RetryRule {

        /**
         * How long until the next try, if there is one.
         *
         * @param tries made so far
         * @param status 0 when there was no answer
         * @param connected false when there was not even a connection
         */
        Optional<Duration> after(int tries, int status, boolean connected);
    }
}
