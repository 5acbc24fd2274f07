package uk.helpathand.contact.enquiry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.helpathand.contact.conversation.CountingKeys;
import uk.helpathand.contact.conversation.RecentCounts;

/**
 * Tells a flood of new enquiries from many children at once. It never refuses and never delays: what comes in a flood is
 * stored and handed over like the rest, and its sender is asked for one press more. In memory only, and each replica for
 * itself; whoever receives enquiries asks before, and counts what was stored.
 */
@ApplicationScoped
public class Floods {

    /** Shorter words ("help me") are the same by chance. */
    private static final int TELLING = 20;

    private static final String NETWORK = "network";
    private static final String WORDS = "words";
    private static final String ALTOGETHER = "altogether";
    private static final ByteBuffer ALL = ByteBuffer.allocate(0);
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private final RecentCounts fromNetworks = new RecentCounts();
    private final RecentCounts withWords = new RecentCounts();
    private final RecentCounts altogether = new RecentCounts();
    private final FloodConfig config;
    private final CountingKeys keys;
    private final MeterRegistry metrics;

    @Inject
    public Floods(FloodConfig config, CountingKeys keys, MeterRegistry metrics) {
        this.config = config;
        this.keys = keys;
        this.metrics = metrics;
        // From nought on: a rate is blind to a counter that begins with its first event.
        List.of(NETWORK, WORDS, ALTOGETHER).forEach(this::counter);
    }

    /**
     * Whether an enquiry that comes now comes in a flood. Not to be asked where there is danger.
     *
     * @param address null where the sender's network is not known: then only the words and the whole can tell
     */
    public boolean isFlood(String address, String words) {
        String why = why(address, words);
        if (why != null) {
            counter(why).increment();
        }
        return why != null;
    }

    private Counter counter(String why) {
        return metrics.counter("helpathand.floods.unconfirmed", "why", why);
    }

    private String why(String address, String words) {
        if (address != null && fromNetworks.of(keys.ofNetwork(address)) >= config.fromOneNetwork()) {
            return NETWORK;
        }
        ByteBuffer same = same(words);
        if (same != null && withWords.of(same) >= config.sameWords()) {
            return WORDS;
        }
        return altogether.of(ALL) >= config.altogether() ? ALTOGETHER : null;
    }

    /** A new enquiry has been stored, urgent or not. The same form sent again is none. */
    public void stored(String address, String words) {
        if (address != null) {
            fromNetworks.add(keys.ofNetwork(address));
        }
        ByteBuffer same = same(words);
        if (same != null) {
            withWords.add(same);
        }
        altogether.add(ALL);
    }

    /** Null for words that say nothing by being the same. Capitals and blanks make no difference. */
    private ByteBuffer same(String words) {
        String plain = BLANKS.matcher(words).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return plain.length() < TELLING ? null : keys.ofWords(plain);
    }
}
