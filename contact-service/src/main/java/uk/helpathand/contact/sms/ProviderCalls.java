package uk.helpathand.contact.sms;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Sorts how calls of providers end into the three ways of failing that the core knows. */
public final class ProviderCalls {

    /** Connection and answer have time-outs of their own; an answer that drips in without end has only this. */
    public static final long LONGEST_MILLIS = 7000;

    /** A fault of what was sent. All else below 500 is about us, our settings or the time, and may pass. */
    private static final Set<Integer> ABOUT_THE_TEXT = Set.of(400, 413, 422);

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int CAUSES = 10;

    private ProviderCalls() {}

    /** Reads why a text was refused. Gets the body of the answer, which may be anything. */
    public interface Refusals {

        SmsRefused read(byte[] body);
    }

    /**
     * A call that sends. An answer that says "sent" may be lost on its way, so whatever fails after the request has gone is
     * ambiguous.
     *
     * @param notTaken statuses of 500 and above by which this provider says that it has not taken the text
     */
    public static byte[] send(Supplier<byte[]> call, Set<Integer> notTaken, Refusals refusals, Clock clock)
            throws SmsRefused, SmsUnavailable, SmsAmbiguous {
        try {
            return call.get();
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (ABOUT_THE_TEXT.contains(status)) {
                throw refusals.read(body(e.getResponse()));
            }
            if (status >= 500 && !notTaken.contains(status)) {
                throw new SmsAmbiguous("answered " + status);
            }
            throw unavailable(e.getResponse(), clock);
        } catch (RuntimeException e) {
            // Whatever it is: the text may have gone.
            if (neverLeft(e)) {
                throw new SmsUnavailable("no connection", null);
            }
            throw new SmsAmbiguous("no answer: " + e.getClass().getName());
        }
    }

    /** A call that only asks, and may be made again. */
    public static byte[] ask(Supplier<byte[]> call, Clock clock) throws SmsUnavailable {
        try {
            return call.get();
        } catch (WebApplicationException e) {
            throw unavailable(e.getResponse(), clock);
        } catch (RuntimeException e) {
            throw new SmsUnavailable(
                    neverLeft(e)
                            ? "no connection"
                            : "no answer: " + e.getClass().getName(),
                    null);
        }
    }

    /** What the circuit breaker or the clock has put an end to. */
    public static SmsUnavailable notAnswered(FaultToleranceException why) {
        return new SmsUnavailable(
                why instanceof TimeoutException
                        ? "no end of the answer"
                        : "not asked: too many of the last calls failed",
                null);
    }

    private static SmsUnavailable unavailable(Response answer, Clock clock) {
        return new SmsUnavailable(
                "answered " + answer.getStatus(), retryAfter(answer.getHeaderString("Retry-After"), clock));
    }

    private static byte[] body(Response answer) {
        try {
            return answer.hasEntity() ? answer.readEntity(byte[].class) : new byte[0];
        } catch (ProcessingException | IllegalStateException e) {
            return new byte[0];
        }
    }

    /** Seconds or a date (RFC 9110); null where there is neither. A provider cannot hold a text back for longer than a day. */
    static Duration retryAfter(String header, Clock clock) {
        if (header == null) {
            return null;
        }
        try {
            Duration wait = header.strip().matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(
                            clock.instant(), ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** There was never a connection, so nothing of the text has gone. */
    private static boolean neverLeft(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof UnknownHostException
                        || cause instanceof NoRouteToHostException
                        || cause instanceof SSLHandshakeException);
    }
}
