package uk.helpathand.contact.sms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Settings of a provider that is on: one that is missing or cannot be right refuses the start. Values are never repeated. */
public final class ProviderSettings {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int MOST_TOKENS = 2;

    private final String provider;

    /** @param provider as in the names of its settings */
    public ProviderSettings(String provider) {
        this.provider = provider;
    }

    public String needed(Optional<String> value, String name) {
        return value.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> wrong(name, "is missing, and this provider has a number"));
    }

    public String number(Optional<String> value) {
        String number = needed(value, "number");
        if (!E164.matcher(number).matches()) {
            throw wrong("number", "must be E.164: a plus sign and digits");
        }
        return number;
    }

    /** One, or two while they are changed. */
    public List<String> tokens(Optional<List<String>> value, String name) {
        List<String> tokens = value.orElse(List.of()).stream()
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
        if (tokens.isEmpty()) {
            throw wrong(name, "is missing, and this provider has a number");
        }
        if (tokens.size() > MOST_TOKENS) {
            throw wrong(name, "has more than two");
        }
        return tokens;
    }

    public IllegalStateException wrong(String name, String what) {
        return new IllegalStateException("helpathand.sms.%s.%s %s".formatted(provider, name, what));
    }
}
