package uk.helpathand.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import uk.helpathand.platform.fixture.TestDatabase;

/** Effects that have been owed for a while. */
public final class Owing {

    private Owing() {}

    /** One row, in place of those that were there. */
    public static void since(Clock clock, Duration age) {
        TestDatabase.asOwner("TRUNCATE outbox");
        Streams.owe(clock, UUID.randomUUID(), 1);
        TestDatabase.asOwner(
                "UPDATE outbox SET created_at = created_at - interval '%d seconds'".formatted(age.toSeconds()));
    }
}
