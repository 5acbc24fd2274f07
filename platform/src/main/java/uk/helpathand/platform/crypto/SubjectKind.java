package uk.helpathand.platform.crypto;

import uk.helpathand.api.WireName;

/** Whose data a data key protects; destroying the key forgets the subject. */
public enum SubjectKind implements WireName {
    ENQUIRY,
    CONVERSATION,
    CHILD,
    PERSON
}
