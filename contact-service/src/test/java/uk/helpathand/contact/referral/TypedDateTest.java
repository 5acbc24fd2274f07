package uk.helpathand.contact.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {

    @ParameterizedTest
    @CsvSource({
        "27, 3, 2012",
        "27, 03, 12",
        "27th, March, 2012",
        "27, mar, 2012",
        "27/3/2012, , ",
        "27.3.12, , ",
        "27 March 2012, , ",
        "2012-03-27, , ",
        "'Tuesday, 27 March 2012', , ",
        "Tues 27, 3, 2012",
        " 27 , 3., 2012 ",
    })
    void a_date_is_read_however_it_is_typed(String day, String month, String year) {
        assertThat(TypedDate.of(day, month == null ? null : month.replace(".", ""), year)
                        .whole())
                .isEqualTo("2012-03-27");
    }

    @Test
    void what_is_not_known_stays_unknown() {
        TypedDate date = TypedDate.of("?", "not known", "2012");
        assertThat(date).isEqualTo(new TypedDate(2012, null, null, false));
        assertThat(TypedDate.of(null, "", "  ").isEmpty()).isTrue();
        assertThat(TypedDate.of("", "May", "2012")).isEqualTo(new TypedDate(2012, 5, null, false));
    }

    @ParameterizedTest
    @CsvSource({"31, 2, 2012", "32, 1, 2012", "1, 13, 2012", "soon, , ", "1, 1, 12345", "29, 2, 2023", "1, 1, 812"})
    void what_is_no_date_is_wrong(String day, String month, String year) {
        assertThat(TypedDate.of(day, month, year).wrong()).isTrue();
    }

    @Test
    void a_day_without_a_year_is_the_one_to_come() {
        LocalDate today = LocalDate.of(2026, 11, 25);
        assertThat(TypedDate.of("27", "11", "").near(today)).isEqualTo("2026-11-27");
        assertThat(TypedDate.of("3", "1", "").near(today)).isEqualTo("2027-01-03");
        assertThat(TypedDate.of("20", "11", "").near(today)).isEqualTo("2026-11-20");
        assertThat(TypedDate.of("29", "2", "").near(today)).isNull();
        LocalDate january = LocalDate.of(2027, 1, 5);
        assertThat(TypedDate.of("20", "12", "").near(january)).isEqualTo("2026-12-20");
        assertThat(TypedDate.of("5", "11", "").near(january)).isEqualTo("2026-11-05");
        assertThat(TypedDate.of("4", "11", "").near(january)).isEqualTo("2027-11-04");
        assertThat(TypedDate.of("2", "1", "").near(january)).isEqualTo("2027-01-02");
    }

    @ParameterizedTest
    @CsvSource({"9, 09:00", "9:30, 09:30", "9.30am, 09:30", "0930, 09:30", "2pm, 14:00", "noon, 12:00", "12 am, 00:00"})
    void a_time_is_read_however_it_is_typed(String typed, String time) {
        assertThat(TypedTime.of(typed)).isEqualTo(LocalTime.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "9:75", "morning", "99"})
    void what_is_no_time_is_none(String typed) {
        assertThat(TypedTime.of(typed)).isNull();
    }
}
