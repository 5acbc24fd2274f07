package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.contact.referral.Draft;
import uk.helpathand.contact.referral.Drafts;
import uk.helpathand.contact.referral.Question;
import uk.helpathand.contact.referral.Step;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Clocks;

/** The whole way of an adult, and every way in which something could be lost. */
@QuarkusTest
class AdultPageTest {

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    /** Else an answer that another tab was told is kept would be deleted unsent. */
    @Test
    void what_was_answered_while_the_form_was_being_sent_is_not_deleted_with_it() {
        drafts.begin("browser");
        Draft read = drafts.find("browser").orElseThrow();
        drafts.change("browser", draft -> {
            draft.goOnAt(new Step(Question.TRIED, 0));
            return draft;
        });

        assertThatThrownBy(() -> drafts.forgetSent("browser", read)).isInstanceOf(Drafts.ChangedMeanwhile.class);
        assertThat(drafts.find("browser"))
                .hasValueSatisfying(draft -> assertThat(draft.at()).isEqualTo("tried"));

        drafts.forgetSent("browser", drafts.find("browser").orElseThrow());
        assertThat(drafts.find("browser")).isEmpty();
    }

    @Test
    void everything_that_was_answered_is_handed_over_typed() {
        var adult = Adult.begins();
        LocalDate move = LocalDate.now(Clock.system(Clocks.LONDON)).plusDays(5);
        adult.answers("danger", "no")
                .answers("type", "FOSTER_CARER", "name", "Alex Example", "organisation", "Example Fostering")
                .answers("happening", "They will move Kim on Friday", "wanted", "that she can stay")
                .answers("name", "Kim")
                .answers("birth", "?", "birthMonth", "May", "birthYear", "2012", "years", "14")
                .answers("lookedAfterBy", "brum")
                .answers("livesInCode", "SAME")
                .answers("legalStatus", "C2")
                .answers("setting", "CARAVAN", "settingNote", "a field")
                .answers("restricted", "YES")
                .answers("restrictions", "LOCKED_DOORS")
                .answers("authority", "NONE", "from", "1/11/2026")
                .answers("registered", "NO", "staffing", "2 to 1", "education", "none")
                .answers("has", "YES", "advocateName", "Sam", "advocateContact", "07700 900123")
                .answers("safeContact", "not on her phone")
                .answers("consent", "AWARE")
                .answers("words", "I want to stay here", "obtained", "ASKED", "on", "20 11 2026")
                .answers("another", "yes");
        assertThat(adult.at).isEqualTo("/adult/children/2/name");
        adult.answers("name", "Lou")
                .goesOnTo("/adult/children/2/wish")
                .answers("notKnown", "NOT_SAFE", "note", "her room is watched")
                .answers("another", "no")
                .answers("themes", "PLACE")
                .answers(
                        "what", "a move",
                        "day", String.valueOf(move.getDayOfMonth()),
                        "dayMonth", String.valueOf(move.getMonthValue()),
                        "time", "9.30am",
                        "more", "yes");
        assertThat(adult.at).isEqualTo("/adult/events/2");
        adult.answers("what", "a meeting")
                .answers("tried", "Rang twice")
                .answers("reply", "call", "number", "07700 900456", "safeNote", "mornings");
        assertThat(adult.at).isEqualTo("/adult/check");
        assertThat(adult.page().body())
                .contains("Kim", "Lou", "Birmingham", "Caravan", "I want to stay here", "? May 2012")
                .contains("The child could not be asked safely", "Where the child lives, or a move");

        assertThat(adult.sends().header("Location")).isEqualTo("/adult/sent");

        JsonPath sent = handedOver();
        assertThat(sent.getString("channel")).isEqualTo("web-adult");
        assertThat(sent.getString("requester")).isEqualTo("adult");
        assertThat(sent.getString("safe")).isEqualTo("yes");
        assertThat(sent.getString("happening")).isEqualTo("They will move Kim on Friday");
        assertThat(sent.getString("wanted")).isEqualTo("that she can stay");
        assertThat(sent.<Object>getList("urgencyReasons.code"))
                .contains("dated-event", "liberty-no-authority", "unregistered-setting");
        assertThat(sent.getString("safeContact.replyBy")).isEqualTo("call");
        assertThat(sent.getString("safeContact.number")).isEqualTo("07700 900456");
        assertThat(sent.<Object>getList("referral.children.enquiryChildId")).isEqualTo(sent.getList("children"));
        assertThat(sent.getMap("referral.referrer").toString())
                .isEqualTo("{type=FOSTER_CARER, name=Alex Example, organisation=Example Fostering}");
        Map<String, Object> kim = sent.getMap("referral.children[0]");
        assertThat(kim)
                .containsEntry("name", "Kim")
                .containsEntry("age", Map.of("birthYear", 2012, "birthMonth", 5, "years", 14))
                .containsEntry("lookedAfterBy", "E08000025")
                .containsEntry("livesIn", "E08000025")
                .containsEntry("legalStatus", "C2")
                .containsEntry("setting", "CARAVAN")
                .containsEntry("settingNote", "a field")
                .containsEntry("restricted", "YES")
                .containsEntry("safeContact", "not on her phone")
                .containsEntry("consent", "AWARE")
                .containsEntry("wish", Map.of("words", "I want to stay here", "obtained", "ASKED", "on", "2026-11-20"));
        assertThat(kim.get("liberty").toString())
                .contains("authority=NONE", "from=2026-11-01", "restrictions=[LOCKED_DOORS]", "registered=NO")
                .contains("staffing=2 to 1", "education=none");
        Map<String, Object> lou = sent.getMap("referral.children[1]");
        assertThat(lou)
                .containsEntry("name", "Lou")
                .containsEntry("wish", Map.of("notKnown", "NOT_SAFE", "note", "her room is watched"))
                .doesNotContainKeys("age", "liberty", "advocate", "consent");
        assertThat(sent.<Object>getList("referral.themes")).containsExactly("PLACE");
        assertThat(sent.getString("referral.events[0]")).contains(move.toString(), "09:30");
        assertThat(sent.getString("referral.events[1].what")).isEqualTo("a meeting");
        assertThat(sent.getString("referral.tried")).isEqualTo("Rang twice");
    }

    @Test
    void an_adult_may_have_the_answer_itself_in_a_text_and_in_nothing_else() {
        var adult = Adult.begins().answersWhatMustBe();
        assertThat(adult.browser.get("/adult/reply").body())
                .contains("value=\"in-text\"><label", "even on the locked screen")
                .doesNotContain("value=\"in-text\" checked");
        adult.opens("/adult/reply").answers("reply", "text", "number", "07700 900456", "answersInText", "in-text");
        assertThat(adult.page().body()).contains("What a text says", "put the answer in the text");
        assertThat(adult.browser.get("/adult/reply").body()).contains("value=\"in-text\" checked");
        adult.sends();
        assertThat(handedOver().getBoolean("safeContact.answersInText")).isTrue();

        empty();
        adult = Adult.begins().answersWhatMustBe();
        adult.opens("/adult/reply").answers("reply", "email", "email", "a@example.test", "answersInText", "in-text");
        adult.sends();
        assertThat(handedOver().getString("safeContact.replyBy")).isEqualTo("email");
        assertThat(handedOver().<Object>get("safeContact.answersInText")).isNull();
    }

    @Test
    void very_little_must_be_answered_and_the_rest_may_stay_empty() {
        var adult = Adult.begins().answersWhatMustBe();
        assertThat(adult.sends().status()).isEqualTo(303);
        JsonPath sent = handedOver();
        assertThat(sent.getString("urgency")).isEqualTo("standard");
        assertThat(sent.<Object>getList("referral.children")).hasSize(1);
    }

    @Test
    void who_what_and_what_the_child_wants_must_be_answered_and_the_summary_leads_there() {
        var adult = Adult.begins().opens("/adult/you");
        Answer refused = adult.browser.post("/adult/you", Map.of(), "name", "Alex");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("<title>Error: ", "href=\"#type\"", "id=\"type\"", "value=\"Alex\"");
        assertThat(adult.browser
                        .post("/adult/happening", Map.of(), "happening", " ")
                        .status())
                .isEqualTo(400);
        assertThat(adult.browser
                        .post("/adult/children/1/wish", Map.of(), "note", "x")
                        .status())
                .isEqualTo(400);

        Answer notYet = adult.sends();

        assertThat(notYet.status()).isEqualTo(400);
        assertThat(notYet.body())
                .contains("href=\"/adult/you?back=check\"", "href=\"/adult/happening?back=check\"")
                .contains("href=\"/adult/children/1/wish?back=check\"");
        assertThat(ask("SELECT count(*) FROM enquiry")).isEqualTo("0");
    }

    @Test
    void danger_is_immediate_and_999_comes_first() {
        var adult = Adult.begins();
        assertThat(adult.page().body()).contains("tel:999");
        adult.answers("danger", "yes");
        assertThat(adult.page().body()).contains("You said that a child is in danger now.");
        adult.answersWhatMustBe().opens("/adult/danger?back=check").answers("danger", "yes");
        adult.sends();
        JsonPath sent = handedOver();
        assertThat(sent.getString("urgency")).isEqualTo("immediate");
        assertThat(sent.<Object>getList("urgencyReasons.code")).contains("said-not-safe");
        assertThat(adult.browser.get("/adult/sent").body()).contains("A person is called to look at it now.");
    }

    @Test
    void something_within_24_hours_is_immediate() {
        LocalDate tomorrow = LocalDate.now(Clock.system(Clocks.LONDON)).plusDays(1);
        var adult = Adult.begins().answersWhatMustBe();
        adult.opens("/adult/events/1?back=check").answers("what", "a move", "day", tomorrow.toString());
        assertThat(adult.at).isEqualTo("/adult/check");
        adult.sends();
        assertThat(handedOver().getString("urgency")).isEqualTo("immediate");
        assertThat(handedOver().<Object>getList("urgencyReasons.code")).contains("event-within-24-hours");
    }

    @Test
    void a_day_can_be_said_in_a_word_and_stands_in_numbers_to_be_checked() {
        var adult = Adult.begins().answersWhatMustBe();
        adult.opens("/adult/events/1").answers("what", "A move", "day", "tomorrow");
        LocalDate tomorrow = LocalDate.now(Clock.system(Clocks.LONDON)).plusDays(1);
        assertThat(adult.browser.get("/adult/check").body())
                .contains("%d %d %d".formatted(tomorrow.getDayOfMonth(), tomorrow.getMonthValue(), tomorrow.getYear()));
        adult.sends();
        assertThat(handedOver().getString("referral.events[0].on")).isEqualTo(tomorrow.toString());
        assertThat(handedOver().<Object>getList("urgencyReasons.code")).contains("event-within-24-hours");
    }

    @Test
    void change_leads_back_to_the_answers_with_what_was_there() {
        var adult = Adult.begins().answersWhatMustBe().opens("/adult/you?back=check");
        assertThat(adult.page().body())
                .contains("value=\"FOSTER_CARER\" checked", "name=\"back\" value=\"check\"", "href=\"/adult/check\"");
        adult.answers("type", "PARENT");
        assertThat(adult.at).isEqualTo("/adult/check");
        assertThat(adult.page().body()).contains("Parent, or someone with parental responsibility");
    }

    @Test
    void change_to_restricted_asks_what_now_belongs_to_it_and_then_leads_back() {
        var adult = Adult.begins().answersWhatMustBe();
        adult.opens("/adult/children/1/restricted?back=check").answers("restricted", "YES");
        assertThat(adult.at).isEqualTo("/adult/children/1/restrictions?back=check");
        adult.answers().answers("authority", "NONE").answers();
        assertThat(adult.at).isEqualTo("/adult/check");
    }

    @Test
    void children_can_be_added_and_removed_and_none_takes_the_place_of_another() {
        var adult = Adult.begins().answersWhatMustBe();
        adult.opens("/adult/children?back=check").answers("another", "yes").answers("name", "Lou");
        adult.goesOnTo("/adult/children/2/wish").answers("words", "to go home").answers("another", "yes");
        adult.answers("name", "Max").goesOnTo("/adult/children/3/wish").answers("words", "a school");
        adult.browser.post("/adult/children/2/removal", Map.of());
        assertThat(adult.page().body()).doesNotContain("Lou").contains("Max");
        adult.answers();
        assertThat(adult.at).isEqualTo("/adult/check");
        adult.sends();
        assertThat(handedOver().<Object>getList("referral.children.wish.words"))
                .containsExactly("I want to stay", "a school");
    }

    @Test
    void what_two_tabs_send_is_both_kept_and_the_last_write_wins() throws Exception {
        var adult = Adult.begins();
        ExecutorService tabs = Executors.newFixedThreadPool(8);
        try {
            var writes = new java.util.ArrayList<Callable<Integer>>();
            for (int i = 0; i < 24; i++) {
                String[] page = List.of(
                                new String[] {"/adult/tried", "tried", "t" + i},
                                new String[] {"/adult/children/1/name", "name", "n" + i},
                                new String[] {"/adult/children/7/name", "name", "seven" + i})
                        .get(i % 3);
                writes.add(() ->
                        adult.browser.post(page[0], Map.of(), page[1], page[2]).status());
            }
            for (var status : tabs.invokeAll(writes)) {
                assertThat(status.get()).isEqualTo(303);
            }
        } finally {
            tabs.shutdown();
        }
        assertThat(adult.browser.get("/adult/tried").body()).containsPattern(">\\s*t[0-9]+</textarea>");
        assertThat(adult.browser.get("/adult/children/1/name").body()).containsPattern("value=\"n[0-9]+\"");
        assertThat(adult.browser.get("/adult/children/7/name").body()).containsPattern("value=\"seven[0-9]+\"");
    }

    @Test
    void the_same_form_sent_twice_is_one_referral_with_one_reference() throws Exception {
        var adult = Adult.begins().answersWhatMustBe();
        Map<String, String> form = adult.page().hidden();
        ExecutorService hands = Executors.newFixedThreadPool(8);
        try {
            Callable<Answer> press = () -> adult.browser.post("/adult/check", form);
            for (var answer : hands.invokeAll(java.util.Collections.nCopies(8, press))) {
                assertThat(answer.get().header("Location")).isEqualTo("/adult/sent");
            }
        } finally {
            hands.shutdown();
        }
        assertThat(ask("SELECT count(*) FROM enquiry")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM adult_draft")).isEqualTo("0");
        String reference = ask("SELECT reference FROM enquiry");
        assertThat(adult.browser.get("/adult/sent").body()).contains(reference);
        assertThat(adult.browser.post("/adult/check", form).header("Location")).isEqualTo("/adult/sent");
        assertThat(adult.browser.get("/adult/sent").body()).contains(reference);
    }

    @Test
    void the_code_is_shown_once_and_leads_to_a_conversation_of_their_own() {
        var adult = Adult.begins().answersWhatMustBe();
        adult.sends();
        Answer sent = adult.browser.get("/adult/sent");
        String code = sent.code();
        assertThat(code).isNotNull();
        assertThat(adult.browser.get("/sent").header("Location")).isEqualTo("/adult/sent");
        adult.browser.get("/sent/seen");
        assertThat(adult.browser.get("/adult/sent").code()).isNull();

        var later = Visitor.modern();
        assertThat(later.post("/messages", Map.of(), "code", code).status()).isEqualTo(303);
        Answer thread = later.get("/messages");
        assertThat(thread.body()).contains("Kim asks for an advocate");
        later.post("/messages", thread.hidden(), "text", "It is today");
        assertThat(ask("SELECT count(*) FROM message WHERE author = 'adult'")).isEqualTo("2");
    }

    @Test
    void after_a_child_the_page_for_adults_shows_nothing_of_them() {
        var child = Visitor.modern();
        child.ask("happening", "help");
        assertThat(child.get("/adult/sent").header("Location")).isEqualTo("/sent");
    }

    @Test
    void a_form_goes_on_where_it_was_and_only_a_new_one_removes_it() {
        var adult = Adult.begins().answers("danger", "no").answers("type", "PARENT");
        assertThat(adult.browser.get("/adult").body()).contains("href=\"/adult/happening\"", "Go on where you were");
        assertThat(adult.browser.post("/adult", Map.of()).header("Location")).isEqualTo("/adult/happening");
        assertThat(adult.browser.get("/adult/you").body()).contains("value=\"PARENT\" checked");
        assertThat(adult.browser.post("/adult", Map.of(), "anew", "yes").header("Location"))
                .isEqualTo("/adult/danger");
        assertThat(adult.browser.get("/adult/you").body()).doesNotContain("value=\"PARENT\" checked");
    }

    @Test
    void what_was_typed_while_the_form_ran_out_begins_a_new_one() {
        var adult = Adult.begins().answers("danger", "no");
        TestDatabase.asOwner("UPDATE adult_draft SET changed_at = changed_at - interval '24 hours'");
        assertThat(adult.browser.get("/adult/you").header("Location")).isEqualTo("/adult");
        assertThat(adult.browser
                        .post("/adult/happening", Map.of(), "happening", "a long story")
                        .status())
                .isEqualTo(303);
        assertThat(adult.browser.get("/adult/happening").body())
                .contains("a long story", "Your earlier answers are not here any more.");
    }

    @Test
    void a_form_from_another_site_changes_nothing_and_stands_there_filled_in() {
        var adult = Adult.begins().answers("danger", "no");
        adult.browser.with("Sec-Fetch-Site", "cross-site");
        Answer shown = adult.browser.post("/adult/tried", Map.of(), "tried", "typed");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("typed", "Please press the button once more.");
        assertThat(adult.browser.post("/adult/check", Map.of()).status()).isEqualTo(200);
        adult.browser.with("Sec-Fetch-Site", "same-origin");
        assertThat(adult.browser.get("/adult/tried").body()).doesNotContain("typed");
    }

    @Test
    void with_the_database_away_what_was_typed_is_on_the_page() {
        var adult = Adult.begins().answers("danger", "no");
        TestDatabase.asOwner("REVOKE SELECT, INSERT ON adult_draft FROM app");
        try {
            Answer page = adult.browser.post("/adult/children/1/name", Map.of(), "name", "Kim Typed");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("value=\"Kim Typed\"", "Your answer is still here.");
        } finally {
            TestDatabase.asOwner("GRANT SELECT, INSERT ON adult_draft TO app");
        }
        assertThat(adult.browser
                        .post("/adult/children/1/name", Map.of(), "name", "Kim Typed")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_send_that_fails_keeps_the_answers() {
        var adult = Adult.begins().answersWhatMustBe();
        Map<String, String> form = adult.page().hidden();
        TestDatabase.asOwner("REVOKE INSERT ON enquiry FROM app");
        try {
            assertThat(adult.browser.post("/adult/check", form).status()).isEqualTo(503);
        } finally {
            TestDatabase.asOwner("GRANT INSERT ON enquiry TO app");
        }
        assertThat(ask("SELECT count(*) FROM adult_draft")).isEqualTo("1");
        assertThat(adult.browser.post("/adult/check", form).header("Location")).isEqualTo("/adult/sent");
    }

    @Test
    void a_text_that_is_too_long_is_shown_again_and_one_of_20000_emoji_is_not() {
        var adult = Adult.begins();
        Answer page = adult.browser.post("/adult/tried", Map.of(), "tried", "x".repeat(20_001));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("x".repeat(20_001), "20,001");
        page = adult.browser.post("/adult/children/1/contact", Map.of(), "safeContact", "y".repeat(2_001));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("y".repeat(2_001));
        adult.answersWhatMustBe();
        adult.browser.post("/adult/tried", Map.of(), "tried", "😭".repeat(20_000));
        assertThat(adult.sends().status()).isEqualTo(303);
        assertThat(handedOver().getString("referral.tried")).hasSize(40_000);
    }

    @Test
    void half_a_character_and_nul_are_kept_here_and_replaced_on_the_way() {
        var adult = Adult.begins().answersWhatMustBe();
        adult.browser.post("/adult/children/1/name", Map.of(), "name", "Kim\u0000");
        adult.sends();
        assertThat(handedOver().getString("referral.children[0].name")).isEqualTo("Kim\uFFFD");
        assertThat(handedOver().getBoolean("altered")).isTrue();
    }

    @Test
    void nothing_of_it_can_be_read_in_the_tables() {
        var adult = Adult.begins().answersWhatMustBe();
        adult.browser.post("/adult/children/1/name", Map.of(), "name", "Kimcanary");
        assertThat(ask("SELECT position('Kimcanary'::bytea IN content) FROM adult_draft"))
                .isEqualTo("0");
        assertThat(ask("SELECT position('FOSTER'::bytea IN content) FROM adult_draft"))
                .isEqualTo("0");
        adult.sends();
        assertThat(ask("SELECT position('Kimcanary'::bytea IN referral) FROM enquiry"))
                .isEqualTo("0");
        assertThat(ask("SELECT position('FOSTER'::bytea IN referral) FROM enquiry"))
                .isEqualTo("0");
    }

    @Test
    void leaving_forgets_the_form_at_once() {
        var adult = Adult.begins().answers("danger", "no");
        adult.browser.get("/leave");
        assertThat(ask("SELECT count(*) FROM adult_draft")).isEqualTo("0");
        assertThat(adult.browser.get("/adult").body()).doesNotContain("Go on where you were");
    }

    @Test
    void an_idle_form_is_deleted() {
        Adult.begins();
        TestDatabase.asOwner("UPDATE adult_draft SET changed_at = changed_at - interval '25 hours'");
        drafts.forgetIdle();
        assertThat(ask("SELECT count(*) FROM adult_draft")).isEqualTo("0");
    }

    @Test
    void a_council_is_found_asked_back_or_kept_as_it_was_typed() {
        var adult = Adult.begins().opens("/adult/children/1/looked-after-by");
        adult.answers("lookedAfterBy", "Cumbria");
        assertThat(adult.at).isEqualTo("/adult/children/1/looked-after-by");
        assertThat(adult.page().body())
                .contains("We found these.", "Cumberland", "Westmorland and Furness", "value=\"Cumbria\"");
        adult.answers("lookedAfterBy", "Cumbria", "lookedAfterByCode", "E06000064");
        assertThat(adult.at).isEqualTo("/adult/children/1/lives-in");
        adult.answers("livesIn", "Narnia");
        assertThat(adult.page().body()).contains("We found none");
        adult.answers("livesIn", "Narnia");
        assertThat(adult.at).isEqualTo("/adult/children/1/legal-status");
        adult.answersWhatMustBe();
        adult.browser.post("/adult/children/1/lives-in", Map.of(), "livesIn", "Narnia", "livesInSearched", "Narnia");
        adult.browser.post(
                "/adult/children/1/looked-after-by",
                Map.of(),
                "lookedAfterBy",
                "Cumbria",
                "lookedAfterBySearched",
                "Cumbria",
                "lookedAfterByCode",
                "E06000064");
        adult.sends();
        assertThat(handedOver().getString("referral.children[0].lookedAfterBy")).isEqualTo("E06000064");
        assertThat(handedOver().getString("referral.children[0].lookedAfterByNote"))
                .isNull();
        assertThat(handedOver().getString("referral.children[0].livesInNote")).isEqualTo("Narnia");
    }

    @Test
    void what_was_typed_is_kept_beside_a_choice_that_names_no_council() {
        var adult = Adult.begins().answersWhatMustBe();
        adult.opens("/adult/children/1/looked-after-by")
                .answers("lookedAfterBy", "Cardiff", "lookedAfterByCode", "OUTSIDE_ENGLAND");
        assertThat(adult.at).isEqualTo("/adult/children/1/lives-in");
        adult.answers("livesInCode", "SAME");
        adult.sends();
        Map<String, Object> child = handedOver().getMap("referral.children[0]");
        assertThat(child)
                .containsEntry("lookedAfterBy", "OUTSIDE_ENGLAND")
                .containsEntry("lookedAfterByNote", "Cardiff")
                .containsEntry("livesIn", "OUTSIDE_ENGLAND")
                .containsEntry("livesInNote", "Cardiff");
        adult = Adult.begins().opens("/adult/children/1/looked-after-by").answers("lookedAfterByCode", "NOT_KNOWN");
        adult.opens("/adult/children/1/looked-after-by")
                .answers("lookedAfterBy", "north", "lookedAfterByCode", "NOT_KNOWN");
        assertThat(adult.page().body()).contains("We found these.");
    }

    @Test
    void dates_are_read_as_people_type_them_and_asked_again_only_when_they_are_none() {
        var adult = Adult.begins();
        Answer wrong = adult.browser.post("/adult/children/1/age", Map.of(), "birth", "31", "birthMonth", "2");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("href=\"#birth\"", "value=\"31\"");
        assertThat(adult.browser
                        .post("/adult/children/1/age", Map.of(), "birth", "12/5/2012")
                        .status())
                .isEqualTo(303);
        assertThat(adult.browser
                        .post("/adult/children/1/age", Map.of(), "years", "about 14")
                        .status())
                .isEqualTo(303);
        assertThat(adult.browser
                        .post("/adult/events/1", Map.of(), "time", "morning")
                        .status())
                .isEqualTo(400);
        assertThat(adult.browser
                        .post("/adult/children/1/wish", Map.of(), "words", "x", "on", "May")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_browser_that_keeps_no_cookie_is_told_before_anything_is_typed() {
        var adult = Visitor.withoutCookies();
        Answer begun = adult.post("/adult", Map.of());
        assertThat(begun.status()).isEqualTo(303);
        assertThat(adult.get(begun.header("Location")).header("Location")).isEqualTo("/adult?cookies=no");
        assertThat(adult.get("/adult?cookies=no").body()).contains("Please allow cookies", "href=\"/ask\"");
    }

    @Test
    void the_form_speaks_english_whatever_language_the_browser_has() {
        var adult = Visitor.modern().with("Accept-Language", "ar");
        assertThat(adult.get("/adult").body()).contains("<html lang=\"en\" dir=\"ltr\"");
        assertThat(adult.get("/").body()).contains("href=\"/adult\"");
    }

    @Test
    void what_does_not_exist_is_not_found() {
        var adult = Adult.begins();
        for (String path : List.of("/adult/nothing", "/adult/children/1/nothing", "/adult/children/x/name")) {
            assertThat(adult.browser.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(adult.browser.get("/adult/children/9/name").header("Location"))
                .isEqualTo("/adult/children");
    }

    @Inject
    Drafts drafts;

    private static JsonPath handedOver() {
        Wait.until("handed over", () -> !FakeCaseService.calls("/v1/enquiries/").isEmpty());
        return new JsonPath(FakeCaseService.calls("/v1/enquiries/").get(0).body());
    }
}
