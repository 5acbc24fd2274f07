package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The cases, and who answered for each from when to when. */
@ApplicationScoped
class CaseSection implements Section {

    private static final String CASES = """
            select f.*, (select count(*) from case_conversation c where c.case_id = f.id) as conversations
            from case_file f where f.child_id = :child order by f.opened_at, f.id
            """;

    private static final String OWNERS = """
            select o.*, f.reference from case_owner o join case_file f on f.id = o.case_id
            where o.case_id = any(cast(:cases as uuid[])) order by o.valid_from, o.id
            """;

    @Override
    public int place() {
        return 80;
    }

    @Override
    public String title() {
        return "Your cases";
    }

    @Override
    public List<String> tables() {
        return List.of("case_file", "case_conversation", "case_owner");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return Stream.concat(
                held.rows(CASES).map(row -> Entry.of("case_file", row.id("id"), row.at("opened_at"), "A case")
                        .line("Our number for it", row.get("reference"))
                        .code("Where it stands", "case", row.get("status"))
                        .line("What we wrote about it", row.get("summary"), Entry.COLLEAGUES_WORDS)
                        .line("Closed", row.get("closed_at"))
                        .code("Why it was closed", "closure", row.get("closure_reason"))
                        .line("Only few of us may see it", row.get("restricted"))
                        .line("Conversations that belong to it", row.get("conversations"))
                        .line("Who answers for it", row.get("owner"), Entry.COLLEAGUE)
                        .line("They have left us since", row.get("owner_left_at"), Entry.COLLEAGUE)),
                held.rows(OWNERS).map(row -> Entry.of(
                                "case_owner", row.id("id"), row.at("valid_from"), "Who answered for a case")
                        .line("Case", row.get("reference"))
                        .line("Until", row.get("valid_to"))
                        .line("Who", row.get("owner"), Entry.COLLEAGUE)
                        .line("Given to them by", row.get("by_name"), Entry.COLLEAGUE)
                        .line("Why", row.get("reason"), Entry.COLLEAGUES_WORDS)));
    }
}
