package uk.helpathand.platform.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CodeListsTest {

    private final CodeLists lists = new CodeLists();

    @Test
    void a_code_may_be_chosen_on_its_days_only_and_read_for_ever() {
        CodeList councils = lists.get(CodeLists.COUNCIL);
        assertThat(councils.isValid("E10000006", LocalDate.of(2023, 3, 31))).isTrue();
        assertThat(councils.isValid("E10000006", LocalDate.of(2023, 4, 1))).isFalse();
        assertThat(councils.isValid("E06000064", LocalDate.of(2023, 3, 31))).isFalse();
        assertThat(councils.isValid("E06000064", LocalDate.of(2023, 4, 1))).isTrue();
        assertThat(councils.find("E10000006")).isPresent();
    }

    @Test
    void england_has_153_councils_with_childrens_services_today_and_every_successor_is_one() {
        CodeList councils = lists.get(CodeLists.COUNCIL);
        LocalDate today = LocalDate.of(2026, 11, 25);
        assertThat(councils.validOn(today))
                .filteredOn(code -> code.code().startsWith("E"))
                .hasSize(153);
        assertThat(councils.codes())
                .flatExtracting(Code::replacedBy)
                .allSatisfy(code -> assertThat(councils.isValid(code, today)).isTrue());
    }

    @Test
    void a_code_without_words_of_its_own_for_forms_is_called_by_its_label() {
        CodeList themes = lists.get(CodeLists.THEME);
        assertThat(themes.plain("PLACE")).isEqualTo("Where the child lives, or a move");
        assertThat(themes.plain("PLACE.MOVE_UNWANTED")).isEqualTo("Move I do not want");
        assertThat(themes.plain("LATER")).isEqualTo("LATER");
        assertThat(themes.codes()).noneMatch(code -> code.code().startsWith("SYS"));
    }

    @Test
    void a_list_that_is_not_there_is_empty() {
        assertThat(lists.find("nothing")).isEmpty();
    }
}
