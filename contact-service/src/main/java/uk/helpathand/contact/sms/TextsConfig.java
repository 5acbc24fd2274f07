package uk.helpathand.contact.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How texts are dealt with, whichever provider brings them. See docs/texts.md. */
@ConfigMapping(prefix = "helpathand.texts")
public interface TextsConfig {

    /** After so long a silence of a number its next text is an enquiry of its own: networks give numbers to others. */
    @WithDefault("90d")
    Duration dormantAfter();

    /** The first answer by language, with {@code {time}} for when a person will have read it. */
    Map<String, String> firstAnswer();

    /** Later than this after it came a text gets no first answer: who holds the phone by then, nobody knows. */
    @WithDefault("10m")
    Duration firstAnswerWithin();

    /** For so long no second automatic text goes to a number. */
    @WithDefault("24h")
    Duration firstAnswerPause();

    /** How long a send whose answer never came is left alone before the provider is asked about it. */
    @WithDefault("30s")
    Duration askAfter();

    /** How often providers are asked what they received; {@code off} for never. */
    String sweepEvery();

    /** How far behind the end of the last sweep the next begins: a provider's list may be late. */
    @WithDefault("1h")
    Duration sweepOverlap();

    /** How far a provider's list reaches back. */
    @WithDefault("7d")
    Duration sweepReach();

    /** The service number that texts come from where the child has texted none, E.164; without it any that is on. */
    Optional<String> from();
}
