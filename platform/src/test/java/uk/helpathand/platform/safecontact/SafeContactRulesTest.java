package uk.helpathand.platform.safecontact;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.platform.safecontact.Ask.MORNING;
import static uk.helpathand.platform.safecontact.Ask.NIGHT;
import static uk.helpathand.platform.safecontact.Ask.NOON;
import static uk.helpathand.platform.safecontact.Ask.NUMBER;
import static uk.helpathand.platform.safecontact.Ask.automatic;
import static uk.helpathand.platform.safecontact.Ask.notice;
import static uk.helpathand.platform.safecontact.Ask.words;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeTime;
import uk.helpathand.platform.safecontact.Decision.Hold;
import uk.helpathand.platform.safecontact.Decision.Refuse;
import uk.helpathand.platform.safecontact.Decision.Send;
import uk.helpathand.platform.safecontact.Question.Kind;

/** Every rule by name, one thing changed at a time. What holds for all questions: SafeContactPropertiesTest. */
class SafeContactRulesTest {

    private static final String LANDLINE = "+442079460123";

    @Test
    void a_child_who_began_by_text_gets_words() {
        assertThat(words().decision()).isEqualTo(new Send(Form.WORDS));
        assertThat(notice().decision()).isEqualTo(new Send(Form.NOTICE));
        assertThat(words().replyBy(ReplyBy.CODE).decision()).isEqualTo(new Send(Form.WORDS));
    }

    @Test
    void a_child_who_began_on_the_web_gets_a_notice_unless_they_chose_the_answer_in_the_text() {
        assertThat(words().onWeb().decision()).isEqualTo(new Send(Form.NOTICE));
        assertThat(notice().onWeb().decision()).isEqualTo(new Send(Form.NOTICE));
        assertThat(words().onWeb().choosingWords().decision()).isEqualTo(new Send(Form.WORDS));
        assertThat(notice().onWeb().choosingWords().decision()).isEqualTo(new Send(Form.NOTICE));
        assertThat(words().onWeb().overridingAll().decision()).isEqualTo(new Send(Form.NOTICE));
    }

    @ParameterizedTest
    @EnumSource(value = ReplyBy.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
    void a_child_on_the_web_who_did_not_choose_text_gets_none(ReplyBy replyBy) {
        var refused = new Refuse(Rule.NOT_BY_TEXT);

        assertThat(words().onWeb().replyBy(replyBy).decision()).isEqualTo(refused);
        assertThat(notice().onWeb().replyBy(replyBy).decision()).isEqualTo(refused);
        assertThat(words().onWeb()
                        .choosingWords()
                        .replyBy(replyBy)
                        .overridingAll()
                        .decision())
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothing_goes_after_texts_were_stopped(Kind kind) {
        var refused = new Refuse(Rule.TEXTS_STOPPED);

        assertThat(words().kind(kind).stopped().decision()).isEqualTo(refused);
        assertThat(words().kind(kind).stopped().overridingAll().decision()).isEqualTo(refused);
        assertThat(words().kind(kind).onWeb().choosingWords().stopped().decision())
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void without_a_number_nothing_goes(Kind kind) {
        Ask web = words().kind(kind).onWeb();

        for (Ask ask : List.of(web, web.overridingAll())) {
            assertThat(ask.number(null, null).decision()).isEqualTo(new Refuse(Rule.NO_NUMBER));
            assertThat(ask.number(" ", null).decision()).isEqualTo(new Refuse(Rule.NO_NUMBER));
            assertThat(ask.number("60777", null).decision()).isEqualTo(new Refuse(Rule.NOT_A_PHONE));
        }
        // The text came from a name in a number's place
        assertThat(words().kind(kind).number(null, null).overridingAll().decision())
                .isEqualTo(new Refuse(Rule.NOT_A_PHONE));
    }

    @Test
    void a_landline_would_read_the_text_aloud() {
        assertThat(notice().onWeb()
                        .number("020 7946 0123", LANDLINE)
                        .overridingAll()
                        .decision())
                .isEqualTo(new Refuse(Rule.NOT_A_PHONE));
        assertThat(words().number(null, LANDLINE).decision()).isEqualTo(new Send(Form.WORDS));
    }

    @Test
    void someone_elses_phone_gets_nothing_unless_a_lead_sends_words() {
        var refused = new Refuse(Rule.SOMEONE_ELSES_PHONE);

        for (Ask ask : List.of(words(), words().onWeb(), words().onWeb().choosingWords(), notice(), notice().onWeb())) {
            assertThat(ask.phoneIs(NumberIs.SOMEONE_ELSE).decision()).isEqualTo(refused);
        }
        Ask overridden = words().phoneIs(NumberIs.SOMEONE_ELSE).overriding(Rule.SOMEONE_ELSES_PHONE);
        assertThat(overridden.decision()).isEqualTo(new Send(Form.WORDS));
        assertThat(overridden.onWeb().decision()).isEqualTo(new Send(Form.NOTICE));
        assertThat(overridden.onWeb().choosingWords().decision()).isEqualTo(new Send(Form.WORDS));
        assertThat(overridden.kind(Kind.NOTICE).decision()).isEqualTo(refused);
    }

    @Test
    void a_shared_phone_gets_a_notice_and_words_only_from_a_lead() {
        var refused = new Refuse(Rule.SHARED_PHONE);

        assertThat(words().phoneIs(NumberIs.SHARED).decision()).isEqualTo(refused);
        assertThat(words().onWeb().choosingWords().phoneIs(NumberIs.SHARED).decision())
                .isEqualTo(new Send(Form.NOTICE));
        assertThat(words().onWeb()
                        .choosingWords()
                        .phoneIs(NumberIs.SHARED)
                        .overriding(Rule.SHARED_PHONE)
                        .decision())
                .isEqualTo(new Send(Form.WORDS));
        assertThat(words().onWeb().phoneIs(NumberIs.SHARED).decision()).isEqualTo(new Send(Form.NOTICE));
        assertThat(notice().phoneIs(NumberIs.SHARED).decision()).isEqualTo(new Send(Form.NOTICE));
        assertThat(words().phoneIs(NumberIs.SHARED)
                        .overriding(Rule.SHARED_PHONE)
                        .decision())
                .isEqualTo(new Send(Form.WORDS));
    }

    @Test
    void outside_the_safe_times_a_text_waits() {
        assertThat(words().at(NIGHT).decision()).isEqualTo(new Hold(Form.WORDS, MORNING));
        assertThat(words().onWeb().at(NIGHT).decision()).isEqualTo(new Hold(Form.NOTICE, MORNING));
        assertThat(notice().safeAt(SafeTime.WEEKDAY_EVENING).decision())
                .isEqualTo(new Hold(Form.NOTICE, Instant.parse("2026-11-20T18:00:00Z")));
        assertThat(words().at(NIGHT).overriding(Rule.OUTSIDE_HOURS).decision()).isEqualTo(new Send(Form.WORDS));
        assertThat(notice().at(NIGHT).overriding(Rule.OUTSIDE_HOURS).decision()).isEqualTo(new Send(Form.NOTICE));
    }

    @Test
    void an_override_sets_aside_only_the_rule_it_names() {
        Ask shared = words().phoneIs(NumberIs.SHARED).at(NIGHT);

        assertThat(shared.overriding(Rule.OUTSIDE_HOURS).decision()).isEqualTo(new Refuse(Rule.SHARED_PHONE));
        assertThat(shared.overriding(Rule.SHARED_PHONE).decision()).isEqualTo(new Hold(Form.WORDS, MORNING));
        assertThat(shared.overriding(Rule.SHARED_PHONE, Rule.OUTSIDE_HOURS).decision())
                .isEqualTo(new Send(Form.WORDS));
        assertThat(words().phoneIs(NumberIs.SOMEONE_ELSE)
                        .overriding(Rule.SHARED_PHONE)
                        .decision())
                .isEqualTo(new Refuse(Rule.SOMEONE_ELSES_PHONE));
    }

    @Test
    void the_first_answer_goes_at_once_to_the_phone_that_has_just_texted() {
        assertThat(automatic().at(NIGHT).safeAt(SafeTime.WEEKEND_DAY).decision())
                .isEqualTo(new Send(Form.WORDS));
        assertThat(automatic().phoneIs(NumberIs.SHARED).decision()).isEqualTo(new Send(Form.WORDS));
        assertThat(automatic().replyBy(ReplyBy.CODE).decision()).isEqualTo(new Send(Form.WORDS));
    }

    @Test
    void a_child_of_whom_nothing_is_known_but_their_text_can_be_answered() {
        var question = new Question(Kind.WORDS, true, null, NUMBER, null, false, Set.of(), NOON, ContactHours.usual());
        var onWeb = new Question(Kind.WORDS, false, null, NUMBER, null, true, Set.of(), NOON, ContactHours.usual());

        assertThat(SafeContactRules.decide(question)).isEqualTo(new Send(Form.WORDS));
        assertThat(SafeContactRules.decide(onWeb)).isEqualTo(new Refuse(Rule.NOT_BY_TEXT));
    }

    @Test
    void the_wire_names_stay_as_they_are() {
        assertThat(Stream.of(Rule.values()).map(Rule::wire))
                .containsExactly(
                        "texts-stopped",
                        "no-number",
                        "not-a-phone",
                        "too-long",
                        "not-by-text",
                        "someone-elses-phone",
                        "shared-phone",
                        "outside-hours");
        assertThat(Arrays.stream(Rule.values()).filter(Rule::isOverridable))
                .containsExactly(Rule.SOMEONE_ELSES_PHONE, Rule.SHARED_PHONE, Rule.OUTSIDE_HOURS);
        assertThat(Rule.fromString("shared-phone")).isEqualTo(Rule.SHARED_PHONE);
    }
}
