package uk.helpathand.casework.staff;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.StaffView;

/**
 * Somebody who works here, as the staff directory has them.
 *
 * @param id the subject of their tokens
 * @param name for colleagues to read
 * @param roles of {@link Role#STAFF}, those that count now, whatever a token says
 * @param enabled whether they may sign in at all
 */
public record Colleague(String id, String name, Set<String> roles, boolean enabled) {

    public Colleague {
        roles = Set.copyOf(roles);
    }

    /** Whether what a token claims is true now. */
    public boolean has(Collection<String> claimed) {
        return enabled && roles.containsAll(claimed);
    }

    /** Whether a case may be theirs. */
    public boolean mayOwnCases() {
        return enabled && (roles.contains(Role.ADVISER) || roles.contains(Role.LEAD));
    }

    StaffView.ColleagueView toView() {
        return new StaffView.ColleagueView(
                id, name, new TreeSet<>(roles).stream().toList(), enabled);
    }
}
