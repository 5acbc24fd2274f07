package uk.helpathand.casework.staff;

import java.util.List;
import java.util.Optional;

/**
 * Port: who works here and in which roles, read every few seconds and held in memory. All but {@link #ask} answer at once
 * from what was last read, so they may be called within a transaction.
 */
public interface StaffDirectory {

    /** Whether what is known is younger than a token may become. When it is not, nobody's role can be relied on. */
    boolean isCurrent();

    /** Somebody with a staff role, disabled or not; empty for anybody else. */
    Optional<Colleague> find(String subject);

    /** Everybody with a staff role, by name. */
    List<Colleague> all();

    /**
     * As {@link #find}, but reads anew first, at most once in {@link StaffConfig#askAgain()}; also finds somebody who has no
     * staff role any more. A remote call: never within a transaction. When the directory does not answer, what was known
     * stands.
     */
    Optional<Colleague> ask(String subject);
}
