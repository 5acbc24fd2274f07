package uk.helpathand.contact.safety;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;

/** Screens what comes in. It can never refuse a message: what it cannot read, a person looks at today. */
@Startup
@ApplicationScoped
public class Screening {

    /** The reason of a message that no machine has read. */
    public static final String FAILED = "screening-failed";

    private final Counter failures;

    /** Made when the service starts: a broken phrase file stops it then, not when a child writes. */
    private final DangerScreening danger = new DangerScreening();

    @Inject
    Screening(MeterRegistry registry) {
        failures = Counter.builder("helpathand.screening.failures")
                .description("Texts that could not be screened for danger; each was raised to high")
                .register(registry);
    }

    public Assessment assess(String text) {
        return assess(List::of, text);
    }

    /** @param earlier fetches what the same person wrote before in this conversation, oldest first */
    public Assessment assess(Supplier<List<String>> earlier, String text) {
        try {
            return text == null ? Assessment.NOTHING : danger.assess(earlier.get(), text);
        } catch (RuntimeException | StackOverflowError e) {
            failed(e);
            return new Assessment(Urgency.HIGH, List.of(FAILED));
        }
    }

    /** Codes of why staff see a text behind a content warning; a failure shows the text. */
    public List<String> contentWarnings(String text) {
        try {
            return danger.contentWarnings(text);
        } catch (RuntimeException | StackOverflowError e) {
            failed(e);
            return List.of();
        }
    }

    /** By class name alone: a message of an exception may hold the child's words. */
    private void failed(Throwable failure) {
        failures.increment();
        Log.errorf("a text could not be screened: %s", failure.getClass().getName());
    }
}
