package uk.helpathand.platform.safecontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.safecontact.PhoneNumbers.Kind;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = new PhoneNumbers("GB");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "447700900123",
                "+447700900123",
                "07700 900123",
                "+44 (0)7700 900123",
                "whatsapp:+447700900123",
                "WhatsApp: +44 7700 900123",
                "7700900123",
                "00 44 7700 900123",
                "(07700) 900-123",
                "07700.900.123",
                "  07700\u00A0900\u2011123\n",
                "\u202A+44 7700 900123\u202C",
                "٠٧٧٠٠٩٠٠١٢٣",
                "＋４４７７００９００１２３"
            })
    void one_number_has_one_spelling(String given) {
        assertThat(numbers.toE164(given)).contains("+447700900123");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "60777",
                "+60777",
                "999",
                "116111",
                "HSBC",
                "anonymous",
                "0800HELPMENOW",
                "whatsapp:",
                "whatsapp:whatsapp:+447700900123",
                "+447700900123;ext=1",
                "07700 900123 ext 4",
                "07700 900123 x4",
                "07700 900123#4",
                "07700 900123 / 07700 900456",
                "mum 07700 900123",
                "0770090012",
                "946 0123",
                "077009001234",
                "+4477009001234567890",
                "+",
                "+++",
                "()",
                "\0",
                "\uD83D",
                "+44\0007700900123",
                "😢"
            })
    void what_is_no_number_is_none(String given) {
        assertThat(numbers.toE164(given)).isEmpty();
    }

    @Test
    void every_number_for_drama_is_a_mobile() {
        for (int i = 0; i < 1000; i++) {
            String national = String.format("07700 900%03d", i);

            assertThat(numbers.toE164(national)).contains(String.format("+447700900%03d", i));
            assertThat(PhoneNumbers.kind(String.format("+447700900%03d", i))).isEqualTo(Kind.MOBILE);
        }
    }

    @Test
    void without_a_country_code_a_number_is_of_the_region() {
        assertThat(new PhoneNumbers("US").toE164("+44 7700 900123")).contains("+447700900123");
        assertThat(new PhoneNumbers("US").toE164("07700 900123")).isNotEqualTo(numbers.toE164("07700 900123"));
        assertThatThrownBy(() -> new PhoneNumbers("UK")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PhoneNumbers(null)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Ranges of Ofcom for drama. */
    @ParameterizedTest
    @CsvSource({"+442079460123, LANDLINE", "+441632960123, OTHER", "+448081570123, OTHER", "HSBC, OTHER", "60777, OTHER"
    })
    void a_number_is_of_a_kind(String e164, Kind kind) {
        assertThat(PhoneNumbers.kind(e164)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "+", "(", "+4", " ", "x", "7/", "\u202A", "-", "😢"})
    void five_thousand_characters_are_refused_at_once(String piece) {
        String given = piece.repeat(5_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> assertThat(numbers.toE164(given)).isEmpty());
    }

    @Test
    void a_number_lost_in_spaces_is_not_looked_for() {
        assertThat(numbers.toE164(" ".repeat(52) + "07700 900123")).contains("+447700900123");
        assertThat(numbers.toE164(" ".repeat(53) + "07700 900123")).isEmpty();
    }

    @Test
    void anything_gives_a_number_that_gives_itself_or_nothing() {
        var random = new Random(11);
        String signs = "0123456789+ ()-./;x#\u202A\uD83Da＋٣";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            int found = 0;
            for (int i = 0; i < 20_000; i++) {
                var given = new StringBuilder();
                for (int n = random.nextInt(70); n > 0; n--) {
                    given.append(signs.charAt(random.nextInt(random.nextInt(4) == 0 ? signs.length() : 11)));
                }
                var number = numbers.toE164(given.toString());
                if (number.isPresent()) {
                    found++;
                    assertThat(number.get()).matches("\\+[1-9][0-9]{4,16}");
                    assertThat(numbers.toE164(number.get()))
                            .as(given.toString())
                            .isEqualTo(number);
                }
            }
            assertThat(found).isPositive();
        });
    }
}
