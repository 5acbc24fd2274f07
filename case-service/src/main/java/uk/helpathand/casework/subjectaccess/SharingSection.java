package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What may be told to others about the child, whether they could decide that, and what was told. */
@ApplicationScoped
class SharingSection implements Section {

    private static final String CONSENTS = "select * from consent where child_id = :child order by given_at, id";

    private static final String JUDGEMENTS = """
            select * from competence_judgement where child_id = :child order by judged_at, id
            """;

    private static final String DISCLOSURES = """
            select * from disclosure where case_id = any(cast(:cases as uuid[])) order by at, id
            """;

    @Override
    public int place() {
        return 125;
    }

    @Override
    public String title() {
        return "What we may tell others, and what we told";
    }

    @Override
    public List<String> tables() {
        return List.of("consent", "competence_judgement", "disclosure");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return Stream.of(
                        held.rows(CONSENTS).map(SharingSection::consent),
                        held.rows(JUDGEMENTS).map(row -> judgement(row, held)),
                        held.rows(DISCLOSURES).map(SharingSection::disclosure))
                .flatMap(rows -> rows);
    }

    private static Entry consent(Held.Row row) {
        return Entry.of("consent", row.id("id"), row.at("given_at"), "Something may be told to others")
                .code("Who agreed", "consent-by", row.get("given_by"))
                .code("What", "shared", row.get("what"))
                .code("To whom", "body", row.get("body_kind"))
                .line("Called", row.get("body_name"), Entry.COLLEAGUES_WORDS)
                .line("Until", row.get("valid_until"))
                .line("How it was explained", row.get("explained"), Entry.COLLEAGUES_WORDS)
                .line("Written down", row.get("recorded_at"))
                .line("Written down by", row.get("recorded_by"), Entry.COLLEAGUE)
                .line("Taken back", row.get("withdrawn_at"))
                .line("Taken back with", row.get("withdrawn_by"), Entry.COLLEAGUE);
    }

    private static Entry judgement(Held.Row row, Held held) {
        return Entry.of("competence_judgement", row.id("id"), row.at("judged_at"), "Whether you could decide something")
                .line("What", row.get("decision"), Entry.COLLEAGUES_WORDS)
                .line("Able", row.get("able"))
                .line("How it was judged", row.get("how"), Entry.COLLEAGUES_WORDS)
                .line("Judged by", row.get("judged_by"), Entry.COLLEAGUE)
                .line(
                        "Judged by",
                        row.opened(
                                "judged_by_sealed",
                                "competence_judgement.judged_by_sealed",
                                row.id("id"),
                                held.childKey()),
                        Entry.COLLEAGUE)
                .line("Written down", row.get("recorded_at"))
                .line("Written down by", row.get("recorded_by"), Entry.COLLEAGUE);
    }

    private static Entry disclosure(Held.Row row) {
        return Entry.of("disclosure", row.id("id"), row.at("at"), "Something was told to others")
                .code("What", "shared", row.get("what"))
                .code("To whom", "body", row.get("body_kind"))
                .line("Called", row.get("body_name"), Entry.COLLEAGUES_WORDS)
                .code("How", "way", row.get("way"))
                .code("Why we were allowed to", "basis", row.get("basis"))
                .line("Why", row.get("reason"), Entry.COLLEAGUES_WORDS)
                .code("Were you told", "told", row.get("child_told"))
                .line("Why not", row.get("why_not_told"), Entry.COLLEAGUES_WORDS)
                .line("Written down by", row.get("recorded_by"), Entry.COLLEAGUE);
    }
}
