package uk.helpathand.api.casework;

/**
 * What a reassignment did.
 *
 * @param moved cases that have the new owner by this call
 * @param left open cases that the old owner still has
 */
public record ReassignmentView(int moved, int left) {}
