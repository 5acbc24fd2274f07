package uk.helpathand.contact.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.api.Urgency;

/** How danger is read. How much of it is seen, in figures: {@link DangerScreeningFiguresTest}. */
class DangerScreeningTest {

    private static final DangerScreening SCREENING = new DangerScreening();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am going to kill myself tonight",
                "im gonna kill myself 2nite",
                "i wnt 2 kill myslef",
                "IM GOING TO KILL MYSELF!!!!",
                "i am going to k i l l myself",
                "gonna kiiiiill myselffff",
                "im going to k1ll mys3lf",
                "im going to k*ll myself",
                "i\u200Bm going to ki\u200Bll my\u00ADself",
                "im going to kіll mysеlf",
                "im going to 𝐤𝐢𝐥𝐥 𝐦𝐲𝐬𝐞𝐥𝐟",
                "im going to killmyself",
                "hi can u tell me about pocket money? also im going to kill myself. thx",
            })
    void however_it_is_typed(String text) {
        assertThat(SCREENING.assess(text).urgency()).as(text).isEqualTo(Urgency.IMMEDIATE);
        assertThat(SCREENING.assess(text).reasons()).contains("danger-suicide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "أريد أن أموت",
                "أُرِيدُ أَنْ أَمُوتَ",
                "اريد ان امووووت",
                "أريـــد أن أمـــوت",
                "اريد ان اموت😭",
                "chcę się zabić",
                "chce sie zabic",
                "dw i eisiau lladd fy hun",
                "dwi'n mynd i ladd fy hun",
                "je veux mourir",
                "quiero morir",
                "хочу померти",
            })
    void in_every_language_that_has_a_phrase_file_whatever_language_the_page_was_in(String text) {
        assertThat(SCREENING.assess(text).urgency()).as(text).isEqualTo(Urgency.IMMEDIATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"🆘", "🆘🆘🆘", "🚨🚨", "🔪🩸", "💊💊💊🪦"})
    void in_pictures_alone(String text) {
        assertThat(SCREENING.assess(text).urgency()).as(text).isEqualTo(Urgency.IMMEDIATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello?",
                "",
                "   ",
                "\0\0\0",
                "i nearly died laughing at that film 💀",
                "my phone is killing me, the battery dies all the time",
                "i would never kill myself, i am happy here",
                "how do i complain about my school?",
                "my cat died in March and I miss her",
                "can I have money for kitchen knives for my course",
                "what is the bedtime of a 13 year old in foster care",
            })
    void what_only_sounds_like_it_alarms_nobody(String text) {
        assertThat(SCREENING.assess(text).urgency()).as(text).isNotEqualTo(Urgency.IMMEDIATE);
    }

    @Test
    void danger_told_of_as_long_over_is_for_today_not_for_this_minute() {
        var assessment = SCREENING.assess("years ago when I was 9 my dad beat me");
        assertThat(assessment.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(SCREENING
                        .assess("years ago my dad beat me and today he found me, he is outside")
                        .urgency())
                .isEqualTo(Urgency.IMMEDIATE);
    }

    @Test
    void one_text_in_two_messages_is_read_as_one_wherever_it_was_cut() {
        String whole = "im going to kill myself";
        for (int cut = 4; cut < whole.length() - 2; cut++) {
            var later = SCREENING.assess(List.of(whole.substring(0, cut)), whole.substring(cut));
            var first = SCREENING.assess(whole.substring(0, cut));
            assertThat(later.urgency() == Urgency.IMMEDIATE || first.urgency() == Urgency.IMMEDIATE)
                    .as("cut at %d", cut)
                    .isTrue();
        }
    }

    @Test
    void numbered_parts_are_read_in_their_order_even_if_they_come_in_another() {
        var parts = List.of("(1/3) hi this is long, there are things in my room. im going", "(3/3) myself tonight");
        assertThat(SCREENING.assess(parts, "(2/3) to kill").urgency()).isEqualTo(Urgency.IMMEDIATE);
    }

    @Test
    void an_old_danger_does_not_alarm_again_with_each_harmless_message() {
        var earlier = List.of("I am going to kill myself tonight");
        assertThat(SCREENING.assess(earlier, "thank you for asking").urgency()).isEqualTo(Urgency.STANDARD);
        assertThat(SCREENING.assess(earlier, "i have the rope now").urgency()).isEqualTo(Urgency.IMMEDIATE);
    }

    @Test
    void what_a_child_tells_of_others_is_shown_plainly_and_what_is_hurled_at_staff_behind_a_warning() {
        assertThat(SCREENING.contentWarnings("fuck off you useless idiots")).contains("abusive-insult");
        assertThat(SCREENING.contentWarnings("send nudes")).contains("abusive-sexual");
        assertThat(SCREENING.contentWarnings("i will find you and stab you")).contains("abusive-threat-to-staff");
        for (String told : List.of(
                "he said send nudes or i tell your mum",
                "my stepdad told me he will kill me",
                "they call me a bitch at school every day",
                "i hate my fucking placement",
                "he put his hand in my pants")) {
            assertThat(SCREENING.contentWarnings(told)).as(told).isEmpty();
        }
    }

    @Test
    void abuse_hides_no_danger() {
        assertThat(SCREENING
                        .assess("fuck off all of you. im going to kill myself tonight")
                        .urgency())
                .isEqualTo(Urgency.IMMEDIATE);
    }

    /** The longest texts there are, made to be slow: each must come to an end, and be read to its end. */
    @Test
    void no_text_is_too_long_or_too_odd() {
        var texts = new ArrayList<String>();
        for (String piece :
                List.of("a ", "kill ", "i ", "myself i will ", "1", "🆘", "ل", "im going to ", "(1/2) ", "\n")) {
            texts.add(piece.repeat(20_000 / piece.length() - 5) + ". im going to kill myself");
        }
        for (String text : texts) {
            assertThat(SCREENING.assess(List.of(text, text), text)).isNotNull();
            assertThat(SCREENING.assess(text).urgency())
                    .as(text.substring(0, 10))
                    .isEqualTo(Urgency.IMMEDIATE);
        }
    }
}
