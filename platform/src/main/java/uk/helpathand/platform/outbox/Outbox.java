package uk.helpathand.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.platform.trace.Traces;

/** Where features say what remote effect they owe. Within their transaction: no commit, no effect. */
@ApplicationScoped
public class Outbox {

    @Inject
    Clock clock;

    @Inject
    Event<Owed> owed;

    @Inject
    Traces traces;

    /**
     * @param kind names the {@link OutboxHandler}
     * @param subjectId what the handler loads
     * @param streamId rows of one stream happen in order, usually the conversation
     * @param sequence taken under the row lock of the stream's owner
     */
    public void owe(String kind, UUID subjectId, UUID streamId, long sequence) {
        owe(kind, subjectId, streamId, sequence, false);
    }

    /** @param urgent goes before all else that is due, and takes along what stands before it in its stream */
    public void owe(String kind, UUID subjectId, UUID streamId, long sequence, boolean urgent) {
        OutboxMessage.owe(kind, subjectId, streamId, sequence, urgent, traces.parent(), clock.instant());
        owed.fire(new Owed());
    }

    /** Fired inside the transaction; the relay wakes once it has committed. */
    record Owed() {}
}
