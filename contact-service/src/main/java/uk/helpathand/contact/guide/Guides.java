package uk.helpathand.contact.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.helpathand.api.Guide;

/** The guides, from {@code guides/{language}/{name}.md}. One that a language does not have yet is there in English. */
@ApplicationScoped
public class Guides {

    private static final String FALLBACK = "en";

    private final Map<String, List<GuideText>> inLanguage = new ConcurrentHashMap<>();

    /** In the order in which a child may need them. */
    public List<GuideText> all(String language) {
        return inLanguage.computeIfAbsent(language, Guides::load);
    }

    public GuideText text(Guide guide, String language) {
        return all(language).stream()
                .filter(text -> text.guide() == guide)
                .findFirst()
                .orElseThrow();
    }

    /** Empty for a name that is none of ours. */
    public Optional<GuideText> find(String name, String language) {
        return all(language).stream()
                .filter(text -> text.guide().wire().equals(name))
                .findFirst();
    }

    private static List<GuideText> load(String language) {
        return Arrays.stream(Guide.values())
                .map(guide ->
                        load(guide, language).or(() -> load(guide, FALLBACK)).orElseThrow())
                .sorted(Comparator.comparingInt(text -> text.head().order()))
                .toList();
    }

    private static Optional<GuideText> load(Guide guide, String language) {
        String file = "/guides/" + language + "/" + guide.wire() + ".md";
        try (InputStream in = Guides.class.getResourceAsStream(file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(GuideFile.read(guide, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
