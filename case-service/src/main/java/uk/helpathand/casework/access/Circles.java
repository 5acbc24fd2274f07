package uk.helpathand.casework.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.CircleView;
import uk.helpathand.api.casework.ConflictsView;
import uk.helpathand.casework.staff.Colleague;
import uk.helpathand.casework.staff.StaffDirectory;
import uk.helpathand.platform.audit.Audit;

/** Shows a circle, and conflicts of interest, as they are now, and writes down that it did. Within the caller's transaction. */
@ApplicationScoped
class Circles {

    @Inject
    Cases cases;

    @Inject
    StaffDirectory directory;

    @Inject
    Audit audit;

    /** @param staffId whom it was about; null for all */
    CircleView circle(UUID caseId, String action, String staffId) {
        CircleMember.flush();
        audit.done(action, "case", List.of(caseId), staffId);
        return cases.circle(
                caseId,
                CircleMember.now(caseId).stream()
                        .map(member -> member.toView(name(member.staffId)))
                        .toList());
    }

    /** @param about whom it was about, and why; null for all */
    ConflictsView conflicts(UUID childId, String action, String about) {
        ConflictOfInterest.flush();
        audit.done(action, "child", List.of(childId), about);
        return new ConflictsView(ConflictOfInterest.now(childId).stream()
                .map(conflict -> conflict.toView(name(conflict.staffId)))
                .toList());
    }

    /** As it was last read, within a transaction; null for somebody who does not work here any more. */
    private String name(String staffId) {
        return directory.find(staffId).map(Colleague::name).orElse(null);
    }
}
