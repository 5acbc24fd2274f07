package uk.helpathand.contact.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The languages of the pages: one for each bundle {@code msg_xx.properties} whose tag stands in {@code quarkus.locales}. */
@Named("languages")
@ApplicationScoped
public class Languages {

    /** In an address: the language of the page it leads to, or of the page that a form stands on. */
    static final String OF_PAGE = "lang";

    /** In the address of a form's button: the same page again, as it was filled in, in this language. */
    static final String SWITCH = "to";

    @ConfigProperty(name = "quarkus.default-locale")
    String usual;

    @ConfigProperty(name = "quarkus.locales")
    List<String> tags;

    /** @param name in the language itself, as who looks for it knows it */
    public record Language(String tag, String name) {}

    /** For templates: where a reader can go from the language of this page. */
    public List<Language> besides(String tag) {
        return tags.stream()
                .filter(other -> !other.equals(tag))
                .map(other -> {
                    Words words = words(other);
                    return new Language(other, words.languageName());
                })
                .toList();
    }

    /** Every text in one language, for what is said outside a call. An unknown language is the usual one. */
    Words words(String tag) {
        return bundle(Words.class, tag);
    }

    /** The same of the page of who has looked. */
    LookedWords lookedWords(String tag) {
        return bundle(LookedWords.class, tag);
    }

    private <B> B bundle(Class<B> type, String tag) {
        return tags.contains(tag) && !tag.equals(usual)
                ? MessageBundles.get(type, Localized.Literal.of(tag))
                : MessageBundles.get(type);
    }

    /** How dates and numbers are written. With digits that are read and dialled everywhere, also where others are usual. */
    static Locale locale(Words words) {
        return Locale.forLanguageTag(words.lang() + "-u-nu-latn");
    }

    /**
     * For quoted words: the language they are said to be in, if they are in its letters. Who opened the page in English may
     * have written in Arabic. Empty, which means unknown, where the two do not fit.
     *
     * @param said may be null
     */
    static String ofText(String said, String text) {
        if (said == null || text == null) {
            return "";
        }
        Locale locale = Locale.forLanguageTag(said);
        return script(text).equals(script(locale.getDisplayLanguage(locale))) ? said : "";
    }

    private static Optional<UnicodeScript> script(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst();
    }

    /** What was asked for now, else before in this session, else what the browser prefers. */
    String of(RoutingContext call) {
        if (call == null || isForAdults(call.request().path())) {
            return usual;
        }
        Cookie before = call.request().getCookie(Cookies.LANGUAGE);
        return Stream.of(asked(call), before == null ? null : before.getValue(), preferred(call))
                .filter(Objects::nonNull)
                .filter(tags::contains)
                .findFirst()
                .orElse(usual);
    }

    /** These pages are in one language only, whatever a child has chosen at this browser. */
    private static boolean isForAdults(String path) {
        return path.equals("/adult") || path.startsWith("/adult/");
    }

    /** The language this call asks for by its address; null when it does not. */
    String asked(RoutingContext call) {
        return Stream.of(SWITCH, OF_PAGE)
                .map(call.request()::getParam)
                .filter(Objects::nonNull)
                .filter(tags::contains)
                .findFirst()
                .orElse(null);
    }

    /** Null when the browser does not say, or says nonsense. */
    private String preferred(RoutingContext call) {
        String wish = call.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return wish == null ? null : Locale.lookupTag(Locale.LanguageRange.parse(wish), tags);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
