package uk.helpathand.faults;

import java.util.Locale;

/** The lines that can be broken. */
enum Link {
    BROWSER_TO_CONTACT,
    CONTACT_TO_CASE,
    CASE_TO_CONTACT,
    CONTACT_TO_POSTGRES,
    CASE_TO_POSTGRES,
    PROVIDER_TO_CONTACT,
    CONTACT_TO_PROVIDER;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace("_to_", " to ");
    }
}
