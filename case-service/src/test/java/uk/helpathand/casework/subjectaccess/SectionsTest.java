package uk.helpathand.casework.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.fixture.TestDatabase;

/** No table with something about a child is forgotten: a new one needs a section, or a reason here. */
@QuarkusTest
class SectionsTest extends ServiceTest {

    /** Tables of which nothing belongs into a copy, and why. */
    private static final Map<String, String> REASONS = Map.of(
            "child_token", "keyed hashes made of the name and date of birth, which are in it; they say nothing without the key",
            "data_key", "keys, wrapped: no information about anybody",
            "master_key_version", "as data_key",
            "handover_receipt", "ids and keyed hashes of hand-overs whose content is in it",
            "outbox", "ids of what is still to be handed over, whose content is in it; a row goes when it is done",
            "idempotency", "sealed answers to calls of staff, which repeat what is in it; gone after seven days",
            "audit_seal", "counts and hashes over the audit, which is in it",
            "subject_access_decision", "what was decided about this very copy: it is seen in it, or must not be");

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
    void sections_stand_in_an_order_of_their_own() {
        assertThat(sections.stream().map(Section::place)).doesNotHaveDuplicates();
        assertThat(sections.stream().map(Section::title)).doesNotHaveDuplicates();
    }
}
