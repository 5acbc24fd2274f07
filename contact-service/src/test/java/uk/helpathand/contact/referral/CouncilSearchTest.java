package uk.helpathand.contact.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.codes.Code;
import uk.helpathand.platform.codes.CodeLists;

class CouncilSearchTest {

    private final CouncilSearch search = search();

    private static CouncilSearch search() {
        var search = new CouncilSearch();
        search.lists = new CodeLists();
        search.clock = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
        return search;
    }

    /** Comparing it with every council letter by letter would take all memory. */
    @Test
    void what_nobody_calls_a_council_is_not_searched_for() {
        assertThat(search.find("x".repeat(5_000_000))).isEmpty();
        assertThat(search.find("leeds " + "x".repeat(490))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Brum, E08000025",
        "birmingham city council, E08000025",
        "BIRMINGHAM, E08000025",
        "City of Bristol, E06000023",
        "bristol, E06000023",
        "hull, E06000010",
        "Hull City Council, E06000010",
        "kingston-upon-hull, E06000010",
        "Leeds., E08000035",
        "St Helens, E08000013",
        "St. Helen's, E08000013",
        "durham county council, E06000047",
        "County Durham, E06000047",
        "Newcastle, E08000021",
        "Stoke on Trent, E06000021",
        "Stoke-on-Trent City, E06000021",
        "Hammersmith & Fulham, E09000013",
        "London Borough of Camden, E09000007",
        "royal borough of kensington and chelsea, E09000020",
        "RBKC, E09000020",
        "Telford & Wrekin, E06000020",
        "Bournemouth, E06000058",
        "BCP, E06000058",
        "the city of york council, E06000014",
        "Derby, E06000015",
        "Somerset county council, E06000066",
        "sheffield, E08000039",
        "City of London, E09000001",
        "Kent County Council Children's Services, E10000016"
    })
    void a_council_is_known_by_what_people_call_it(String typed, String code) {
        assertThat(search.only(typed)).as(typed).extracting(Code::code).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Birmingam, E08000025",
        "Nothamptonshire, E06000061",
        "Cumbria, E06000064",
        "Wolverhamton, E08000031",
        "Liecester, E06000016",
        "Northampton, E06000062",
        "Worcester, E10000034",
        "Barking, E09000002",
        "Kingston, E09000021",
        "Manch, E08000003",
        "westmorland, E06000064"
    })
    void one_that_is_not_quite_right_is_offered(String typed, String code) {
        assertThat(search.find(typed)).as(typed).extracting(Code::code).contains(code);
    }

    @Test
    void a_name_that_two_councils_answer_to_today_decides_nothing() {
        assertThat(search.only("Cumbria")).isNull();
        assertThat(search.find("Cumbria").subList(0, 2))
                .extracting(Code::label)
                .containsExactly("Cumberland", "Westmorland and Furness");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?", "council", "qqqqqqqqqq", "\u0000", "😭", "((((", "x"})
    void nonsense_finds_none_and_breaks_nothing(String typed) {
        assertThat(search.only(typed)).isNull();
        assertThat(search.find(typed)).hasSizeLessThanOrEqualTo(8);
    }
}
