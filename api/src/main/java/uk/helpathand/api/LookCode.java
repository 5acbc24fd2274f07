package uk.helpathand.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody of the team did with what a requester told us, as the child may know it: coarser than the actions of the audit.
 * Each has a sentence in every language of the child's pages; what each stands for is in docs/audit.md.
 */
public enum LookCode implements WireName {
    /** It stood in a list that somebody had open. Lists are read again by themselves, so how often says nothing. */
    SAW_IN_LIST,

    /** Looked for a name, and it was the child's. */
    FOUND_BY_NAME,

    /** Read the request, or the messages. */
    READ,

    TOOK_ON,

    /** What happens with the request. */
    DECIDED,

    ANSWERED,

    SAW_CONTACT,

    WROTE_CONTACT,

    /** A lead answered against a rule of safe contact. */
    SET_RULE_ASIDE,

    SAW_NEXT,

    WROTE_NEXT,

    STOPPED_CODE,

    SAW_CODE,

    GAVE_CODE,

    /** Somebody asked for a new code and did not know enough. */
    GAVE_NO_CODE,

    OPENED_CASE,

    READ_CASE,

    CHANGED_CASE,

    CLOSED_CASE,

    MADE_RECORD,

    READ_RECORD,

    CHANGED_RECORD,

    /** Who has seen, who may see, who must not. */
    SAW_WHO_LOOKS,

    BROKE_GLASS,

    RESTRICTED,

    OPENED_TO_TEAM,

    LET_IN,

    LET_OUT,

    ADVISER_LEFT,

    ADVISER_BACK,

    NEW_ADVISER,

    KEPT_OUT,

    KEPT_OUT_NO_MORE,

    /** What may be told to others, or was. */
    SAW_SHARING,

    WROTE_SHARING,

    TOLD_OTHERS,

    HOW_LONG,

    ERASING,

    /** Of an enquiry that was also about somebody who was erased. */
    CUT_WORDS,

    ASKED_FOR_COPY,

    MADE_COPY;

    /** Empty for one that only a newer release knows. */
    public static Optional<LookCode> find(String wire) {
        return Arrays.stream(values()).filter(code -> code.wire().equals(wire)).findFirst();
    }
}
