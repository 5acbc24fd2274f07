package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.api.Page;
import uk.helpathand.api.problem.ProblemException;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.time.Ids;

class CursorTest {

    @Test
    void a_place_comes_back_to_the_microsecond() {
        var place = new Cursor.At(Instant.parse("2026-11-02T09:00:00.123456Z"), Ids.next());

        assertThat(Cursor.parseAt(place.encode())).isEqualTo(place);
        assertThat(place.encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void no_cursor_is_the_place_before_everything() {
        assertThat(Cursor.parseAt(null)).isEqualTo(new Cursor.At(Instant.EPOCH, new UUID(0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "bm90aGluZw", "MXwyfDM", "MjAyNi0xMS0wMlQwOTowMDowMFp8eA"})
    void what_is_no_cursor_of_ours_is_malformed(String after) {
        assertMalformed(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "-0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void a_time_that_the_database_cannot_hold_is_malformed(String time) {
        assertMalformed(Cursor.encode(time, Ids.next().toString()));
    }

    @Test
    void pages_show_every_row_once_and_end() {
        List<Integer> rows = IntStream.range(0, 25).boxed().toList();
        var seen = new ArrayList<Integer>();
        int from = 0;
        Page<Integer> page;
        do {
            page = Cursor.page(
                    rows.subList(from, Math.min(from + 11, 25)), 10, row -> row, row -> Cursor.encode("" + row));
            seen.addAll(page.items());
            from += page.items().size();
            assertThat(page.items()).hasSizeLessThanOrEqualTo(10);
        } while (page.next() != null);

        assertThat(seen).isEqualTo(rows);
        assertThat(Cursor.page(List.<Integer>of(), 10, row -> row, row -> "").next())
                .isNull();
    }

    private static void assertMalformed(String after) {
        assertThatThrownBy(() -> Cursor.parseAt(after))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.MALFORMED_REQUEST));
    }
}
