package uk.helpathand.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import uk.helpathand.platform.audit.AuditConfig;

/**
 * Calls with a token that proves nobody are on record, but not without end: anybody can send them, and rows of the audit are
 * kept for ever. Beyond the limit they are counted only.
 */
@ApplicationScoped
class BadTokens {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int mostInAMinute;
    private long began = System.nanoTime();
    private int recorded;

    @Inject
    BadTokens(AuditConfig config) {
        this(config.badTokensAMinute());
    }

    BadTokens(int mostInAMinute) {
        this.mostInAMinute = mostInAMinute;
    }

    /** Of this replica. */
    synchronized boolean isForTheRecord() {
        long now = System.nanoTime();
        if (now - began >= MINUTE) {
            began = now;
            recorded = 0;
        }
        return recorded++ < mostInAMinute;
    }
}
