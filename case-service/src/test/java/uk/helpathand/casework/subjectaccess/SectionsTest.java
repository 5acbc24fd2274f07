package uk.helpathand.casework.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.fixture.TestDatabase;

/** No table with something about a child is forgotten: a new one needs a section, or a reason here. */
@QuarkusTest
class SectionsTest extends ServiceTest {

    private static final Path SOURCES = Path.of("src/main/java/uk/helpathand/casework/subjectaccess");

    /** Tables of which nothing belongs into a copy, and why. */
    private static final Map<String, String> REASONS = reasons(
            "erasure_conversation", "ids of what contact-service had to erase; with the last of them the child is gone",
            "redaction", "what is proposed to be left of words that are in it",
            "redaction_text", "as redaction",
            "redaction_part", "as redaction",
            "child_token",
                    "keyed hashes made of the name and date of birth, which are in it; they say nothing without the key",
            "data_key", "keys, wrapped: no information about anybody",
            "master_key_version", "as data_key",
            "handover_receipt", "ids and keyed hashes of hand-overs whose content is in it",
            "outbox", "ids of what is still to be handed over, whose content is in it; a row goes when it is done",
            "idempotency", "sealed answers to calls of staff, which repeat what is in it; gone after seven days",
            "audit_seal", "counts and hashes over the audit, which is in it",
            "subject_access_decision", "what was decided about this very copy: it is seen in it, or must not be");

    private static Map<String, String> reasons(String... of) {
        var reasons = new HashMap<String, String>();
        for (int i = 0; i < of.length; i += 2) {
            reasons.put(of[i], of[i + 1]);
        }
        return reasons;
    }

    /** Ids and counters say nothing about a child that does not stand beside them in words. */
    private static final Pattern IDS = Pattern.compile("id|.*_id|.*version|.*sequence");

    /** Other columns of shown tables that are not shown, and why. */
    private static final Map<String, String> COLUMN_REASONS = Map.ofEntries(
            Map.entry("enquiry.excerpt", "the first line of a message that is in it"),
            Map.entry("enquiry.changed_at", "for the version: what changed is in it with its own time"),
            Map.entry("conversation.contact_words_at", "when a proposal was read, whose words are in it"),
            Map.entry("case_file.changed_at", "as enquiry.changed_at"),
            Map.entry("subject_access.changed_at", "as enquiry.changed_at; it would tell of an exemption"),
            Map.entry("subject_access.closing_note", "it explains this very copy, and may tell of what was left out"),
            Map.entry("subject_access.exemption", "that of the last request would tell of serious harm"),
            Map.entry("enquiry_child.position", "where a child stood in a form"),
            Map.entry("message.part_group", "an id: which parts belong together"),
            Map.entry("break_glass.review_due", "whether there is a review, which is in it"),
            Map.entry("legal_hold.subject_kind", "the child's own are asked for"),
            Map.entry("erasure.subject_kind", "the child's own are asked for"),
            Map.entry("erasure.done_at", "with it the child is gone"),
            Map.entry("erasure.evidence", "as erasure.done_at"),
            Map.entry("audit_reason.salt", "random"),
            Map.entry("audit_reason.erased_at", "with it there is no reason"),
            Map.entry("alert.steps", "how many calls there are"),
            Map.entry("child.token_form", "how keyed hashes of the name were made"),
            Map.entry("alert.stopped_by", "an id: who ended it stands with the request"));

    @Inject
    @All
    List<Section> sections;

    @Test
    void every_table_has_a_section_or_a_reason() {
        Set<String> shown = new HashSet<>();
        sections.forEach(section -> shown.addAll(section.tables()));
        Set<String> all = new HashSet<>(shown);
        all.addAll(REASONS.keySet());

        assertThat(shown).doesNotContainAnyElementsOf(REASONS.keySet());
        assertThat(all).containsExactlyInAnyOrder(TestDatabase.ask("""
                SELECT string_agg(relname, ',') FROM pg_class c
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                  AND relname NOT LIKE 'databasechangelog%'
                """).split(","));
    }

    @Test
    void every_column_of_a_shown_table_is_shown_or_has_a_reason() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (Section section : sections) {
            String name = ClientProxy.unwrap(section).getClass().getSimpleName();
            String source = Files.readString(SOURCES.resolve(name + ".java"));
            section.tables().forEach(table -> sources.merge(table, source, String::concat));
        }
        // Of the audit a sentence is shown, made elsewhere.
        sources.remove("audit");
        Set<String> forgotten = new TreeSet<>();
        for (String column : TestDatabase.ask("""
                SELECT string_agg(table_name || '.' || column_name, ',') FROM information_schema.columns
                WHERE table_schema = 'public'
                """).split(",")) {
            String[] names = column.split("\\.");
            if (sources.containsKey(names[0])
                    && !IDS.matcher(names[1]).matches()
                    && !COLUMN_REASONS.containsKey(column)
                    && !Pattern.compile("\\b" + names[1] + "\\b")
                            .matcher(sources.get(names[0]))
                            .find()) {
                forgotten.add(column);
            }
        }
        assertThat(forgotten).isEmpty();
    }

    @Test
    void sections_stand_in_an_order_of_their_own() {
        assertThat(sections.stream().map(Section::place)).doesNotHaveDuplicates();
        assertThat(sections.stream().map(Section::title)).doesNotHaveDuplicates();
    }
}
