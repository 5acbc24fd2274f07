package uk.helpathand.casework.subjectaccess;

import java.time.Instant;
import java.util.List;
import uk.helpathand.api.casework.SubjectAccessCopy;
import uk.helpathand.api.casework.SubjectAccessPackage;
import uk.helpathand.api.casework.SubjectAccessPackage.Line;

/**
 * What of a package whoever gets it may see. Whoever looks through it sees all, and what was decided. The child's copy has no line of
 * somebody else's that no lead has released: while nobody has decided, it is left out.
 */
final class Copy {

    static final String OF_OTHERS = "[left out: about another person]";

    private final SubjectAccess request;
    private final Decisions decisions;
    private final SubjectAccessCopy copy;
    private final Instant until;

    /** @param until what came later is left out; null for nothing */
    Copy(SubjectAccess request, Decisions decisions, SubjectAccessCopy copy, Instant until) {
        this.request = request;
        this.decisions = decisions;
        this.copy = copy;
        this.until = until;
    }

    SubjectAccessPackage of(String childReference, List<Part> parts, Instant now) {
        List<Part> meant = parts.stream()
                .map(part -> new Part(
                        part.title(),
                        part.source(),
                        part.entries().stream().filter(this::isInTime).toList()))
                .toList();
        List<Entry> all =
                meant.stream().flatMap(part -> part.entries().stream()).toList();
        return new SubjectAccessPackage(
                request.id,
                copy,
                now,
                until,
                childReference,
                isForChild()
                        ? null
                        : count(all.stream().filter(this::isUndecided).count()),
                leftOut(all),
                meant.stream().map(this::section).toList());
    }

    private boolean isForChild() {
        return copy == SubjectAccessCopy.CHILD;
    }

    private boolean isInTime(Entry entry) {
        return until == null || entry.at == null || !entry.at.isAfter(until);
    }

    private boolean isUndecided(Entry entry) {
        return entry.isOfOthers() && decisions.onPeople(entry.id) == null && !decisions.isExempt(entry.id);
    }

    /** The child's copy says nothing rather than none: none would be a lie where some are not counted. */
    private Integer leftOut(List<Entry> all) {
        long exempt = all.stream()
                .filter(entry -> decisions.isExempt(entry.id))
                .filter(entry -> !isForChild() || decisions.isCounted(entry.id))
                .count();
        return isForChild() && exempt == 0 ? null : count(exempt);
    }

    private static Integer count(long entries) {
        return Math.toIntExact(entries);
    }

    private SubjectAccessPackage.Section section(Part part) {
        return new SubjectAccessPackage.Section(
                part.title(),
                part.source(),
                part.entries().stream()
                        .filter(entry -> !isForChild() || !decisions.isExempt(entry.id))
                        .map(this::entry)
                        .toList());
    }

    private SubjectAccessPackage.Entry entry(Entry entry) {
        String decision = decisions.onPeople(entry.id);
        return new SubjectAccessPackage.Entry(
                entry.id,
                entry.at,
                entry.what,
                entry.isOfOthers(),
                isForChild() ? null : decision,
                isForChild() ? null : decisions.isExempt(entry.id),
                isForChild()
                        ? entry.lines.stream()
                                .map(line -> given(line, decision, entry.isOfOthers()))
                                .toList()
                        : List.copyOf(entry.lines));
    }

    /** A redaction leaves out the marked lines; all, where none is marked and the lead wants it out all the same. */
    private static Line given(Line line, String decision, boolean marked) {
        boolean out = Decision.REDACT.equals(decision)
                ? line.thirdParty() || !marked
                : line.thirdParty() && !Decision.RELEASE.equals(decision);
        return new Line(line.label(), out ? OF_OTHERS : line.text(), line.thirdParty() || out, null);
    }
}
