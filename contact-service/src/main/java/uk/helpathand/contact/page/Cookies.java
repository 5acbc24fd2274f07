package uk.helpathand.contact.page;

import jakarta.ws.rs.core.NewCookie;
import java.util.regex.Pattern;

/** The three cookies. Neutral names, readable by no script, gone when the browser closes. */
final class Cookies {

    /** Ties what was sent to the browser that sent it, so that the return code is shown there and nowhere else. */
    static final String BROWSER = "__Host-hh";

    /** Opens one thread for reading. */
    static final String READING = "__Host-read";

    /** The language that was asked for in this session. Set in {@link LanguageOfCall}. */
    static final String LANGUAGE = "__Host-lang";

    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{32}");

    private Cookies() {}

    static NewCookie of(String name, String value) {
        return cookie(name).value(value).build();
    }

    static NewCookie expired(String name) {
        return cookie(name).value("").maxAge(0).build();
    }

    /** The value if it looks like one of ours, else null: a made-up short one would be easy to share or to guess. */
    static String genuine(String value) {
        return value != null && OURS.matcher(value).matches() ? value : null;
    }

    private static NewCookie.Builder cookie(String name) {
        return new NewCookie.Builder(name).path("/").secure(true).httpOnly(true).sameSite(NewCookie.SameSite.LAX);
    }
}
