package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What became of return codes. Never a code. */
@ApplicationScoped
class CodeSection implements Section {

    private static final String REVOCATIONS = """
            select * from code_revocation where conversation_id = any(cast(:conversations as uuid[])) order by at, id
            """;

    private static final String REISSUES = """
            select * from code_reissue where conversation_id = any(cast(:conversations as uuid[])) order by at, id
            """;

    @Override
    public int place() {
        return 120;
    }

    @Override
    public String title() {
        return "Return codes that were ended or made";
    }

    @Override
    public List<String> tables() {
        return List.of("code_revocation", "code_reissue");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return Stream.concat(
                held.rows(REVOCATIONS)
                        .map(row -> Entry.of("code_revocation", row.id("id"), row.at("at"), "A return code was ended")
                                .code("Why", "revocation", row.get("reason"))
                                .line("The other service was told", row.get("handed_over_at"))
                                .line("Note", row.get("note"), Entry.COLLEAGUES_WORDS)
                                .line("By", row.get("by_name"), Entry.COLLEAGUE)),
                held.rows(REISSUES).map(row -> Entry.of(
                                "code_reissue", row.id("id"), row.at("at"), "A new return code was asked for")
                        .code("Questions that were asked", "question", row.get("asked"))
                        .code("Answers that were right", "question", row.get("matched"))
                        .line("Enough of them", row.get("passed"))
                        .line("Made", row.get("made_at"))
                        .line("Note", row.get("note"), Entry.COLLEAGUES_WORDS)
                        .line("By", row.get("by_name"), Entry.COLLEAGUE)));
    }
}
