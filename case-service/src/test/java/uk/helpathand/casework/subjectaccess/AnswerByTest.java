package uk.helpathand.casework.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerByTest {

    private final AnswerBy answerBy = new AnswerBy();

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-12-02",
        // February has no 31st: its last day, in a leap year a Tuesday, in another one a Sunday.
        "2028-01-31, 2028-02-29",
        "2027-01-31, 2027-03-01",
        "2027-02-28, 2027-03-30",
        // Christmas, a weekend, and the Monday for Boxing Day.
        "2026-11-25, 2026-12-29",
        "2026-09-30, 2026-10-30",
    })
    void one_month_after_it_came_on_a_working_day(LocalDate received, LocalDate due) {
        assertThat(answerBy.first(received)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2027-02-02",
        "2026-11-30, 2027-03-01",
        "2027-11-30, 2028-02-29",
        // Not from the Monday on which the first month ended.
        "2027-01-31, 2027-04-30",
    })
    void two_months_more_are_counted_from_the_day_it_came(LocalDate received, LocalDate due) {
        assertThat(answerBy.extended(received)).isEqualTo(due);
    }
}
