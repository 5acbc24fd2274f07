package uk.helpathand.badhouse.one;

import java.time.LocalDateTime;
import uk.helpathand.badhouse.two.Right;

/** Leans on the other, which leans on this. */
public class Left {
    public Right right;
    public LocalDateTime when;
}
