package uk.helpathand.local.sms;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Answers a valid send, or does to it what the fault in force says. */
final class Sends {

    private final FaultTable faults;
    private final Duration hang;

    Sends(FaultTable faults, Duration hang) {
        this.faults = faults;
        this.hang = hang;
    }

    /**
     * @param accept takes the text and returns what the provider answers
     * @param tooMany the provider's 429
     * @param failed its 500
     */
    void answer(HttpExchange exchange, ServiceNumber service, Supplier<Object> accept, Refused tooMany, Refused failed)
            throws IOException, Refused {
        var fault = faults.nextSend(service);
        if (fault == SendFault.TOO_MANY) {
            var seconds = faults.of(service).retryAfterSeconds();
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
            throw tooMany;
        }
        var answer = fault == SendFault.NONE || fault.accepted() ? accept.get() : null;
        switch (fault) {
            case NONE -> Exchanges.json(exchange, 201, answer);
            case FAIL, ACCEPT_THEN_FAIL -> throw failed;
            case ACCEPT_THEN_HANG -> sleep();
            case ACCEPT_THEN_CUT, TOO_MANY -> {
                // Closed unanswered by whoever opened it.
            }
        }
    }

    private void sleep() {
        try {
            Thread.sleep(hang.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
