package uk.helpathand.platform.safecontact;

import uk.helpathand.api.WireName;

/** Why a text does not go, or not yet. The wire name is what an override names, and never changes. */
public enum Rule implements WireName {
    /** The number asked for no more texts, which may be the child protecting themself (UK GDPR, article 21). */
    TEXTS_STOPPED(false),

    /** No number is known, so there is nothing to send to. */
    NO_NUMBER(false),

    /** What was given is no number that takes texts: a short code, a name, or a landline, which reads aloud (ITU-T E.164). */
    NOT_A_PHONE(false),

    /** No provider takes so long a text: it would be refused after it was promised. */
    TOO_LONG(false),

    /** A child who wrote on the web did not choose text, or not e-mail any more: a phone that lights up is their choice (ADR 0016). */
    NOT_BY_TEXT(false),

    /** The child said that the phone is someone else's, and even a notice tells its owner that they wrote (ADR 0016). */
    SOMEONE_ELSES_PHONE(true),

    /** The child said that others use the phone too, and a locked screen shows the words of a text (ADR 0016). */
    SHARED_PHONE(true),

    /** It is not one of the times the child called safe: the text waits, and is not refused (ADR 0016). */
    OUTSIDE_HOURS(true);

    private final boolean overridable;

    Rule(boolean overridable) {
        this.overridable = overridable;
    }

    /** Whether a lead may set it aside, with a reason. */
    public boolean isOverridable() {
        return overridable;
    }

    public static Rule fromString(String wire) {
        return WireName.parse(Rule.class, wire);
    }
}
