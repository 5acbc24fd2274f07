package uk.helpathand.contact.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenDayTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-25",
        "Tonight, 2026-11-25",
        " tomorrow , 2026-11-26",
        "tomorrow morning, 2026-11-26",
        "Friday, 2026-11-27",
        "on friday, 2026-11-27",
        "next Fri, 2026-11-27",
        "tues, 2026-12-01",
        "wednesday, 2026-11-25",
        "weds, 2026-11-25",
    })
    void a_day_that_is_said_is_the_next_there_is(String said, LocalDate day) {
        assertThat(SpokenDay.of(said, WEDNESDAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "27", "month", "fr", "27 November", "Friday or Saturday", ""})
    void nothing_else_is_taken_for_one(String said) {
        assertThat(SpokenDay.of(said, WEDNESDAY)).isEmpty();
    }

    @Test
    void it_is_put_in_numbers_only_where_nothing_else_was_typed() {
        assertThat(SpokenDay.inNumbers(typed("Friday", "", null), "day", WEDNESDAY)
                        .typed())
                .containsEntry("day", List.of("27"))
                .containsEntry("dayMonth", List.of("11"))
                .containsEntry("dayYear", List.of("2026"));
        Answers both = typed("Friday", "12", null);
        assertThat(SpokenDay.inNumbers(both, "day", WEDNESDAY)).isEqualTo(both);
    }

    private static Answers typed(String day, String month, String year) {
        var typed = new HashMap<String, List<String>>();
        typed.put("day", List.of(day));
        typed.put("dayMonth", List.of(month));
        if (year != null) {
            typed.put("dayYear", List.of(year));
        }
        return new Answers(Map.copyOf(typed));
    }
}
