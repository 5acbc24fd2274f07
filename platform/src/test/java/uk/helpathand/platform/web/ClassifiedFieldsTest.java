package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NewRecord;
import uk.helpathand.api.ParkedView;
import uk.helpathand.api.Role;

class ClassifiedFieldsTest {

    @Test
    void every_field_of_the_contract_is_classified_and_nothing_else_is() {
        Stream<String> fields = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("uk.helpathand.api").stream()
                        .map(type -> (Class<?>) type.reflect())
                        .filter(Class::isRecord)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents())
                                .map(field -> ClassifiedFields.nameOf(type) + "." + field.getName()));

        assertThat(ClassifiedFields.read().keySet()).containsExactlyInAnyOrderElementsOf(fields.toList());
    }

    @Test
    void a_field_that_nobody_has_classified_is_shown_to_nobody() throws JsonProcessingException {
        var json = new ObjectMapper();
        new ClassifiedFields().customize(json);

        assertThat(json.writeValueAsString(new NewRecord("a name"))).isEqualTo("{}");
        assertThat(json.writeValueAsString(new ParkedView(null, "reply", null, 1, null, null, null)))
                .as("nobody calls")
                .contains("reply");
    }

    @Test
    void analysts_see_no_person_auditors_no_words_and_administrators_neither() {
        for (FieldClass personal : List.of(FieldClass.PERSON, FieldClass.WORDS, FieldClass.SECRET)) {
            for (String role : List.of(Role.ANALYST, Role.AUDITOR, Role.ADMINISTRATOR)) {
                assertThat(personal.isFor(Set.of(role)))
                        .as("%s %s", personal, role)
                        .isFalse();
            }
        }
        assertThat(FieldClass.REFERENCE.isFor(Set.of(Role.ANALYST)))
                .as("an id leads to a person")
                .isFalse();
        assertThat(FieldClass.PERSON.isFor(Set.of(Role.ANALYST, Role.ADVISER))).isTrue();
        assertThat(FieldClass.PERSON.isFor(Set.of()))
                .as("a token without a role")
                .isFalse();
    }
}
