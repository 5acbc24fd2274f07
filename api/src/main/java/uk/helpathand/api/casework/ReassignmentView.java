package uk.helpathand.api.casework;

/**
 * What a reassignment did.
 *
 * @param moved cases that have the new owner by this call
 * @param left open cases of the old owner that another call could give to the same colleague: neither those that the caller may not
 *     know of, nor those of children whom the next owner must see nothing of
 */
public record ReassignmentView(int moved, int left) {}
