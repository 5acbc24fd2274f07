package uk.helpathand.contact.sms;

import java.util.regex.Pattern;

/** Words of a provider that we keep or log. Its answers are not trusted: an error text repeats the number it is about. */
public final class ProviderWords {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z_-]{0,39}|[0-9]{1,6}");

    private ProviderWords() {}

    /** A code as it is; anything that could be more than a code is {@code unknown}. */
    public static String code(String given) {
        return given != null && CODE.matcher(given).matches() ? given : "unknown";
    }
}
