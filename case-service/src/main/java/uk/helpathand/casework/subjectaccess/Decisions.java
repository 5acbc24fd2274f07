package uk.helpathand.casework.subjectaccess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import uk.helpathand.api.casework.SubjectAccessDecisions;

/**
 * What counts of all that was decided about a package: the last redaction or release of each entry, and the last exemption of each
 * entry and of the whole.
 */
final class Decisions {

    /** The id of all entries together: no entry has it. */
    private static final String WHOLE = "";

    private final Map<String, Decision> ofPeople = new LinkedHashMap<>();
    private final Map<String, Decision> ofHarm = new LinkedHashMap<>();

    private Decisions() {}

    static Decisions of(UUID subjectAccessId) {
        var decisions = new Decisions();
        for (Decision row : Decision.of(subjectAccessId)) {
            boolean people = row.decision.equals(Decision.REDACT) || row.decision.equals(Decision.RELEASE);
            (people ? decisions.ofPeople : decisions.ofHarm).put(row.entryId == null ? WHOLE : row.entryId, row);
        }
        return decisions;
    }

    /** {@code redact}, {@code release}, or null while nobody has decided. */
    String onPeople(String entryId) {
        Decision row = ofPeople.get(entryId);
        return row == null ? null : row.decision;
    }

    boolean isExempt(String entryId) {
        return holds(ofHarm.get(WHOLE)) || holds(ofHarm.get(entryId));
    }

    /** Whether the child's copy may say that this one was left out. Where two exemptions meet, both have to allow it. */
    boolean isCounted(String entryId) {
        return Stream.of(WHOLE, entryId)
                .map(ofHarm::get)
                .filter(Decisions::holds)
                .allMatch(row -> row.counted);
    }

    private static boolean holds(Decision row) {
        return row != null && row.decision.equals(Decision.EXEMPT);
    }

    SubjectAccessDecisions toView() {
        var rows = new ArrayList<>(ofPeople.values());
        rows.addAll(ofHarm.values());
        return new SubjectAccessDecisions(
                List.copyOf(rows.stream().map(Decision::toView).toList()));
    }
}
