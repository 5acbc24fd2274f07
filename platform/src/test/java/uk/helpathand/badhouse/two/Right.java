package uk.helpathand.badhouse.two;

import uk.helpathand.badhouse.one.Left;

/** Leans on the other, which leans on this. */
public class Right {
    public Left left;
}
