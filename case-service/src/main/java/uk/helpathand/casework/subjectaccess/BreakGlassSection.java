package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** When somebody from outside the few who may opened a case. */
@ApplicationScoped
class BreakGlassSection implements Section {

    private static final String GLASSES = """
            select * from break_glass where case_id = any(cast(:cases as uuid[])) order by at, id
            """;

    @Override
    public int place() {
        return 100;
    }

    @Override
    public String title() {
        return "When somebody opened your case who otherwise may not";
    }

    @Override
    public List<String> tables() {
        return List.of("break_glass");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return held.rows(GLASSES)
                .map(row -> Entry.of("break_glass", row.id("id"), row.at("at"), "A case was opened from outside")
                        .line("Case, as it was named", row.get("case_reference"))
                        .line("Until", row.get("until"))
                        .line("Who", row.get("staff_name"), Entry.COLLEAGUE)
                        .line("Why", row.get("reason"), Entry.COLLEAGUES_WORDS)
                        .line("Was it right", row.get("justified"))
                        .line("What a lead found", row.get("review_note"), Entry.COLLEAGUES_WORDS)
                        .line("Looked at by", row.get("reviewed_by"), Entry.COLLEAGUE)
                        .line("Looked at", row.get("reviewed_at")));
    }
}
