package uk.helpathand.contact.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often each of many things has happened, for ten minutes from its first time. In memory only: a restart forgets. */
public final class RecentCounts {

    private static final Duration COUNTED = Duration.ofMinutes(10);
    private static final int MOST = 100_000;

    private final Cache<ByteBuffer, AtomicInteger> counts =
            Caffeine.newBuilder().expireAfterWrite(COUNTED).maximumSize(MOST).build();

    public int of(ByteBuffer what) {
        AtomicInteger count = counts.getIfPresent(what);
        return count == null ? 0 : count.get();
    }

    public void add(ByteBuffer what) {
        counts.get(what, key -> new AtomicInteger()).incrementAndGet();
    }
}
