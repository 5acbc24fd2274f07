package uk.helpathand.casework.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.api.casework.AuditOutcome;
import uk.helpathand.platform.web.Cursor;

/** Everything that was looked at or done about a child, as the child may read it. Within the caller's transaction. */
@ApplicationScoped
public class WhoLooked {

    private static final int AT_ONCE = 1_000;

    @Inject
    AboutChild aboutChild;

    @Inject
    Clock clock;

    /** One line of the audit: the role and what was done, in a sentence; no person and no reason. */
    public record Looked(UUID id, Instant at, String plain) {}

    /** Oldest first, all of it: page after page, each bounded. */
    public List<Looked> at(UUID childId) {
        var query =
                new AuditQuery(aboutChild.ids(childId), null, null, AuditOutcome.DONE, Instant.EPOCH, null, Set.of());
        List<Looked> all = new ArrayList<>();
        Cursor.At after = null;
        do {
            AuditQuery.Found found = query.newest(after, AT_ONCE, clock.instant());
            found.rows()
                    .forEach(row -> all.add(new Looked(
                            row.id, row.at, PlainWords.of(Arrays.asList(row.actorRoles), row.action, row.at))));
            after = found.next();
        } while (after != null);
        Collections.reverse(all);
        return all;
    }
}
