package uk.helpathand.casework.subjectaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * What colleagues gave as their reason for what they did. What a search looked for is a keyed hash, which says
 * nothing; why something is left out of a copy must not be told by the copy.
 */
@ApplicationScoped
class ReasonSection implements Section {

    private static final String REASONS = """
            select said.audit_id, said.reason, audit.at from audit join audit_reason said on said.audit_id = audit.id
            where audit.subject_ids && (array[cast(:child as uuid)] || cast(:cases as uuid[]) || cast(:enquiries as uuid[])
                    || cast(:conversations as uuid[]))
                and said.reason not like 'audit-query %'
                and audit.action not in ('child.redact-copy', 'child.exempt-copy')
            order by audit.at, audit.id
            """;

    @Override
    public int place() {
        return 890;
    }

    @Override
    public String title() {
        return "Why we did something";
    }

    @Override
    public List<String> tables() {
        return List.of("audit_reason");
    }

    @Override
    public Stream<Entry> entries(Held held) {
        return held.rows(REASONS).map(row -> Entry.of("audit_reason", row.id("audit_id"), row.at("at"), "A reason")
                .line("Why", row.get("reason"), Entry.COLLEAGUES_WORDS));
    }
}
