package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;

/**
 * Who may know of a case while it is restricted, besides the leads.
 *
 * @param ownerId subject of its owner, who always may
 */
public record CircleView(boolean restricted, String ownerId, List<CircleMemberView> members) {

    /**
     * One of the circle.
     *
     * @param staffId the colleague's subject
     * @param addedBy display name of the lead
     */
    public record CircleMemberView(String staffId, String addedBy, Instant addedAt) {}
}
