package uk.helpathand.api.handover;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.helpathand.api.LookRole;

/**
 * Who looked at a conversation and what belongs to it.
 *
 * @param looks newest day first; a few hundred at most
 * @param more there are older ones
 */
public record LooksView(@Schema(required = true) List<Look> looks, boolean more) {

    /**
     * What people of one role did on one day.
     *
     * @param day in Europe/London
     * @param code wire name of a {@link uk.helpathand.api.LookCode}; a newer release may have one more
     * @param times how often on that day, by one or several of them
     */
    public record Look(LocalDate day, String code, LookRole role, long times) {}
}
