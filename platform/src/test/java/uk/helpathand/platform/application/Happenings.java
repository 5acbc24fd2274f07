package uk.helpathand.platform.application;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What a test lets happen at chosen points of a call. */
@Singleton
public class Happenings {

    private static final Runnable NOTHING = () -> {};

    private final AtomicInteger effects = new AtomicInteger();
    private volatile Runnable duringEffect = NOTHING;
    private volatile Runnable afterCommit = NOTHING;

    public void reset() {
        duringEffect = NOTHING;
        afterCommit = NOTHING;
        effects.set(0);
    }

    public void duringEffect(Runnable happening) {
        duringEffect = happening;
    }

    public void afterCommit(Runnable happening) {
        afterCommit = happening;
    }

    public int effects() {
        return effects.get();
    }

    void inEffect() {
        effects.incrementAndGet();
        duringEffect.run();
    }

    @ServerResponseFilter
    void answering() {
        afterCommit.run();
    }
}
