package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why the record must be kept, and whether it is to be erased. */
@ApplicationScoped
class KeepingSection implements Section {

    private static final Pattern RULE =
            Pattern.compile("child (P(?=\\d)(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?) since (\\d{4}-\\d\\d-\\d\\d)");

    private static final String HOLDS = "select * from legal_hold where subject_id = :child"
            + " or subject_id in (select enquiry_id from enquiry_child where child_id = :child) order by placed_at, id";

    private static final String ERASURES = "select * from erasure where subject_id = :child order by due_at, id";

    @Override
    public int place() {
        return 135;
    }

    @Override
    public String title() {
        return "How long we keep this";
    }

    @Override
    public List<String> tables() {
        return List.of("legal_hold", "erasure");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return Stream.concat(
                held.rows(HOLDS).map(KeepingSection::hold), held.rows(ERASURES).map(KeepingSection::erasure));
    }

    private static Entry hold(Held.Row row) {
        return Entry.of("legal_hold", row.id("id"), row.at("placed_at"), "We must keep it")
                .line("Why", row.get("reason"), Entry.COLLEAGUES_WORDS)
                .line("Decided by", row.get("placed_by"), Entry.COLLEAGUE)
                .line("Until", row.get("lifted_at"))
                .line("Why it ended", row.get("lift_reason"), Entry.COLLEAGUES_WORDS)
                .line("Ended by", row.get("lifted_by"), Entry.COLLEAGUE);
    }

    private static Entry erasure(Held.Row row) {
        return Entry.of("erasure", row.id("id"), row.at("due_at"), "It may be deleted")
                .code("Why", "erasure-ground", row.get("ground"))
                .line("By the rule", rule((String) row.get("rule")))
                .code("How far it got", "erasure", row.get("status"))
                .line("Proposed", row.get("proposed_at"))
                .line("Proposed by", row.get("proposed_by"), Entry.COLLEAGUE)
                .line("Decided", row.get("decided_at"))
                .line("Decided by", row.get("decided_by"), Entry.COLLEAGUE)
                .line("Kept until", row.get("kept_until"));
    }

    /** As a line of the retention schedule says itself; anything else stays as it is. */
    private static String rule(String words) {
        Matcher rule = RULE.matcher(words == null ? "" : words);
        return rule.matches()
                ? "%s after your last case was closed; a rule since %s"
                        .formatted(Plain.of(Period.parse(rule.group(1))), Plain.of(LocalDate.parse(rule.group(2))))
                : words;
    }
}
