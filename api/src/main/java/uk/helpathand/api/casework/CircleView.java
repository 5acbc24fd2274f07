package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;

/**
 * Who may know of a case while it is restricted, besides the leads.
 *
 * @param reason why it is restricted, or was opened to the team again, as was said last; absent for a case that never was
 * @param ownerId subject of its owner, who always may
 */
public record CircleView(boolean restricted, String reason, String ownerId, List<CircleMemberView> members) {

    /**
     * One of the circle.
     *
     * @param staffId the colleague's subject
     * @param name as the staff directory has it now; absent for somebody it does not have any more
     * @param addedBy display name of the lead
     */
    public record CircleMemberView(String staffId, String name, String addedBy, Instant addedAt) {}
}
