package uk.helpathand.platform.safecontact;

/** What of a message goes in a text. */
public enum Form {
    /** The text as it was written. */
    WORDS,
    /** Only that there is an answer, in our bland words or in the child's cover words. */
    NOTICE
}
