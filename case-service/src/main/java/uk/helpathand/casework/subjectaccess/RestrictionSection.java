package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** When a case was closed to most of the team or opened again, and who was let in. */
@ApplicationScoped
class RestrictionSection implements Section {

    private static final String RESTRICTIONS = """
            select * from case_restriction where case_id = any(cast(:cases as uuid[])) order by at, id
            """;

    private static final String MEMBERS = """
            select * from circle_member where case_id = any(cast(:cases as uuid[])) order by added_at, id
            """;

    private static final String CONFLICTS = """
            select * from conflict_of_interest where child_id = :child order by flagged_at, id
            """;

    @Override
    public int place() {
        return 90;
    }

    @Override
    public String title() {
        return "Who of us may see your cases";
    }

    @Override
    public List<String> tables() {
        return List.of("case_restriction", "circle_member", "conflict_of_interest");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return Stream.of(
                        held.rows(RESTRICTIONS).map(row -> Entry.of(
                                        "case_restriction", row.id("id"), row.at("at"), "Who may see a case")
                                .line("Only few of us", row.get("restricted"))
                                .line("Why", row.get("reason"), Entry.COLLEAGUES_WORDS)
                                .line("Decided by", row.get("by_name"), Entry.COLLEAGUE)),
                        held.rows(MEMBERS).map(row -> Entry.of(
                                        "circle_member", row.id("id"), row.at("added_at"), "A colleague was let in")
                                .line("Until", row.get("removed_at"))
                                .line("Let in by", row.get("added_by"), Entry.COLLEAGUE)
                                .line("Let out by", row.get("removed_by"), Entry.COLLEAGUE)),
                        held.rows(CONFLICTS).map(row -> Entry.of(
                                        "conflict_of_interest",
                                        row.id("id"),
                                        row.at("flagged_at"),
                                        "A colleague is kept out")
                                .line("Until", row.get("lifted_at"))
                                .line("Why", row.get("reason"), Entry.COLLEAGUES_WORDS)
                                .line("Decided by", row.get("flagged_by"), Entry.COLLEAGUE)
                                .line("Ended by", row.get("lifted_by"), Entry.COLLEAGUE)))
                .flatMap(rows -> rows);
    }
}
