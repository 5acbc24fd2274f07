package uk.helpathand.platform.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Does one kind of remote effect. Called outside any transaction, at least once for each row: the receiver must take a
 * repeat as the same. Loads what it sends from the row's subject by itself.
 */
public interface OutboxHandler {

    /** The kind of row it handles. */
    String kind();

    /** Throws when the effect did not happen; {@link Refused} when trying again is of no use. */
    void handle(OutboxMessage message) throws Exception;

    /**
     * What a row is about, in a transaction of its own.
     *
     * @param what it is, for whoever looks at the parked row
     * @throws Refused when it is there no more
     */
    static <T> T load(String what, Supplier<T> loading) throws Refused {
        T loaded = QuarkusTransaction.requiringNew().call(loading::get);
        if (loaded == null) {
            throw new Refused("the " + what + " is gone");
        }
        return loaded;
    }

    /** Not now, and not before that pause is over, which the receiver asked for or which is needed to tell what happened. */
    class Later extends Exception {

        private final transient Duration pause;

        public Later(String reason, Duration pause) {
            super(reason);
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }

    /** The receiver has refused for good: the row is parked for a person to look at. */
    class Refused extends Exception {
        public Refused(String reason) {
            super(reason);
        }
    }
}
