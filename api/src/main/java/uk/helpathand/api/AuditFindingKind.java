package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be wrong with the chain over the audit. */
public enum AuditFindingKind implements WireName {
    /** A row under this seal, or the seal itself, is not what it was. */
    @JsonProperty("changed")
    CHANGED,

    /** A row under this seal is gone. */
    @JsonProperty("row-missing")
    ROW_MISSING,

    /** A row was put under this seal afterwards. */
    @JsonProperty("row-added")
    ROW_ADDED,

    /** This seal is gone, and later ones are there. */
    @JsonProperty("seal-missing")
    SEAL_MISSING,

    /** An anchor tells of this seal, and the chain ends before it. */
    @JsonProperty("tail-missing")
    TAIL_MISSING,

    /** An anchor tells another hash or count for this seal: the chain was made anew from here or before. */
    @JsonProperty("anchor-differs")
    ANCHOR_DIFFERS,

    /** Before the anchor of this seal another one is gone. */
    @JsonProperty("anchor-missing")
    ANCHOR_MISSING,

    /** After the anchor of this seal stands something that is none. */
    @JsonProperty("anchor-damaged")
    ANCHOR_DAMAGED,

    /** This seal is older than a minute and nobody outside was told of it. */
    @JsonProperty("not-anchored")
    NOT_ANCHORED,

    /** A reason beside a row under this seal is not the one that was given. */
    @JsonProperty("reason-changed")
    REASON_CHANGED,

    /** A reason beside a row under this seal is gone, and nobody was erased. */
    @JsonProperty("reason-missing")
    REASON_MISSING
}
