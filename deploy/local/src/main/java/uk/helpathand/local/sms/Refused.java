package uk.helpathand.local.sms;

import java.util.Map;

/** A request that a provider's API refuses, with the answer as that provider words it. */
final class Refused extends Exception {

    private final int status;
    private final Map<String, Object> body;

    Refused(int status, Map<String, Object> body) {
        super("refused with " + status);
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        return body;
    }
}
