package uk.helpathand.contact.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.ThreadView;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** What becomes of a text that a provider brings (STANDARDS 1 and traps 4, 8, 10 to 12, 14). */
@QuarkusTest
class TextArrivalsTest {

    @Inject
    TextArrivals arrivals;

    @Inject
    Conversations conversations;

    private TextsInPlay play;

    @BeforeEach
    void begin() {
        play = new TextsInPlay();
        TextsInPlay.atLondon(LocalTime.NOON);
    }

    @Test
    void the_first_is_an_enquiry_and_answered_once_later_ones_are_messages() {
        TextsInPlay.text(TextsInPlay.CHILD, "they r moving me friday");
        TextsInPlay.text("07700 900123", "please call");
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries()).hasSize(1);
        var enquiry = TextsInPlay.enquiries().get(0);
        assertThat(enquiry.getString("channel")).isEqualTo("sms");
        assertThat(enquiry.getString("happening")).isEqualTo("they r moving me friday");
        assertThat(enquiry.getString("safeContact.number")).isEqualTo("+447700900123");
        assertThat(enquiry.getString("safeContact.replyBy")).isEqualTo("text");
        assertThat(TextsInPlay.messages())
                .extracting(message -> message.getString("text"))
                .containsExactly("please call");
        assertThat(play.sent).hasSize(1);
        assertThat(play.sent.get(0).to()).isEqualTo("+447700900123");
        assertThat(play.sent.get(0).words())
                .startsWith("We have your text.")
                .contains("999")
                .doesNotContain("{");
    }

    @Test
    void danger_in_a_text_alarms_as_anywhere() {
        TextsInPlay.text(TextsInPlay.CHILD, "i took loads of pills");
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries().get(0).getString("urgency")).isEqualTo("immediate");
    }

    @Test
    void the_answer_is_in_arabic_to_arabic_and_in_english_to_what_only_looks_like_it() {
        TextsInPlay.text("447700900131", "أريد المساعدة");
        TextsInPlay.settled();
        assertThat(play.sent.get(0).words()).contains("وصلتنا").contains("999");
        TextsInPlay.text("447700900132", "من کمک می‌خواهم");
        TextsInPlay.settled();
        assertThat(play.sent.get(1).words()).startsWith("We have your text.");
    }

    @Test
    void a_hundred_callbacks_at_once_are_one_text_and_one_answer() throws Exception {
        String id = UUID.randomUUID().toString();
        Instant at = Instant.now();
        var threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<String>> calls = IntStream.range(0, 100)
                    .<Callable<String>>mapToObj(i -> () -> TextsInPlay.text(id, TextsInPlay.CHILD, "help me", at))
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        } finally {
            threads.shutdown();
        }
        TextsInPlay.settled();
        assertThat(TextsInPlay.count("enquiry")).isEqualTo(1);
        assertThat(TextsInPlay.count("message")).isEqualTo(1);
        assertThat(TextsInPlay.count("provider_event where kind = 'message'")).isEqualTo(1);
        assertThat(play.sent).hasSize(1);
    }

    @Test
    void from_nobodys_phone_too_once_each() throws Exception {
        String id = UUID.randomUUID().toString();
        Instant at = Instant.now();
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(i -> () -> TextsInPlay.text(id, "HSBC", "your code is 1", at))
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                call.get();
            }
        } finally {
            threads.shutdown();
        }
        Stream.of("60777", "anonymous", "+447700900123;ext=1", " ").forEach(from -> TextsInPlay.text(from, "hi"));
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries()).hasSize(5);
        assertThat(TextsInPlay.count("phone_route")).isZero();
        assertThat(play.sent).isEmpty();
    }

    @Test
    void after_it_was_closed_or_long_silent_it_is_an_enquiry_of_its_own_with_a_possible_link() {
        TextsInPlay.text(TextsInPlay.CHILD, "first");
        UUID first = TextsInPlay.conversation();
        TestDatabase.asOwner("update conversation set progress_stage = 'finished'");
        TextsInPlay.text(TextsInPlay.CHILD, "second");
        UUID second = TextsInPlay.conversation();
        TestDatabase.asOwner("update phone_route set last_heard_at = now() - interval '240 days'");
        TextsInPlay.text(TextsInPlay.CHILD, "third");
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries()).hasSize(3);
        assertThat(TextsInPlay.enquiries())
                .extracting(enquiry -> enquiry.<String>getList("possibleLinks"))
                .containsExactlyInAnyOrder(
                        List.of(), List.of(first.toString()), List.of(second.toString(), first.toString()));
        // Once a day is often enough for a machine.
        assertThat(play.sent).hasSize(1);
    }

    @Test
    void where_others_have_the_phone_the_next_text_joins_nothing() {
        TextsInPlay.text(TextsInPlay.CHILD, "first");
        TestDatabase.asOwner("update conversation set number_is = 'shared'");
        TextsInPlay.text(TextsInPlay.CHILD, "second");
        TextsInPlay.text(TextsInPlay.CHILD, "third");
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries()).hasSize(2);
        assertThat(TextsInPlay.messages()).hasSize(1);
    }

    /** Texts stop at a number: at the old one they stay so, and of the new one nobody has said it. */
    @Test
    void what_was_said_from_a_phone_before_the_child_gave_it_up_does_not_silence_the_new_one() {
        TextsInPlay.text(TextsInPlay.CHILD, "first");
        TextsInPlay.text(TextsInPlay.CHILD, "STOP");
        TextsInPlay.settled();
        UUID conversation = TextsInPlay.conversation();
        assertThat(stopped(conversation)).isNotNull();

        numberIs(conversation, 1, "07700900456");
        assertThat(stopped(conversation)).isNull();

        numberIs(conversation, 2, TextsInPlay.CHILD);
        assertThat(stopped(conversation)).isNotNull();
    }

    private static String stopped(UUID conversation) {
        return TestDatabase.ask("select texts_stopped_at from conversation where id = '" + conversation + "'");
    }

    private static void numberIs(UUID conversation, int version, String number) {
        given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType("application/json")
                .queryParam("toldAt", Instant.now().toString())
                .body(Map.of(
                        "version",
                        version,
                        "replyBy",
                        "text",
                        "number",
                        number,
                        "numberIs",
                        "mine",
                        "safeTimes",
                        List.of()))
                .put("/v1/conversations/" + conversation + "/safe-contact")
                .then()
                .statusCode(204);
    }

    /** Whoever keeps the old phone must neither write as the child nor silence the new one. */
    @Test
    void from_a_phone_that_the_child_gave_up_nothing_is_joined_and_nothing_stopped() {
        TextsInPlay.text(TextsInPlay.CHILD, "first");
        TextsInPlay.settled();
        UUID conversation = TextsInPlay.conversation();
        numberIs(conversation, 1, "07700900456");

        TextsInPlay.text(TextsInPlay.CHILD, "it is fine, i made it up");
        TextsInPlay.text(TextsInPlay.CHILD, "STOP");
        TextsInPlay.settled();

        assertThat(TextsInPlay.enquiries()).hasSize(2);
        assertThat(TextsInPlay.enquiries().get(1).getList("possibleLinks")).containsExactly(conversation.toString());
        assertThat(TestDatabase.ask("select texts_stopped_at from conversation where id = '" + conversation + "'"))
                .isNull();
        assertThat(TestDatabase.ask("select count(*) from message where conversation_id = '" + conversation + "'"))
                .isEqualTo("1");
    }

    @Test
    void parts_come_in_any_order_and_belong_together() {
        TextsInPlay.text(TextsInPlay.CHILD, "(3/3) and that is all");
        TextsInPlay.text(TextsInPlay.CHILD, "it began on monday (1/3)");
        TextsInPlay.text(TextsInPlay.CHILD, "[2/3] then he came");
        TextsInPlay.text(TextsInPlay.CHILD, "(1/3) something else");
        TextsInPlay.settled();
        var first = TextsInPlay.enquiries().get(0);
        String group = first.getString("part.group");
        assertThat(first.getInt("part.number")).isEqualTo(3);
        assertThat(TextsInPlay.messages())
                .extracting(message -> message.getInt("part.number"))
                .containsExactly(1, 2, 1);
        assertThat(TextsInPlay.messages().subList(0, 2))
                .allMatch(message -> group.equals(message.getString("part.group")));
        assertThat(TextsInPlay.messages().get(2).getString("part.group")).isNotEqualTo(group);
    }

    @Test
    void stop_is_kept_obeyed_and_shown_and_start_takes_it_back() {
        TextsInPlay.text(TextsInPlay.CHILD, "please stop him hurting me");
        UUID conversation = TextsInPlay.conversation();
        TextsInPlay.settled();
        assertThat(TestDatabase.ask("select texts_stopped_at from phone_route")).isNull();
        TextsInPlay.text(TextsInPlay.CHILD, " Stop.");
        TextsInPlay.settled();
        assertThat(TextsInPlay.messages().get(0).getString("urgency")).isEqualTo("high");
        assertThat(TextsInPlay.messages().get(0).getList("urgencyReasons.code")).contains("texts-stopped");
        assertThat(lastContactState(conversation)).contains("textsStoppedAt");
        UUID refused = TextsInPlay.reply(conversation, "we are here", null);
        TextsInPlay.settled();
        assertThat(TextsInPlay.lastState(refused).getString("state")).isEqualTo("refused");
        assertThat(TextsInPlay.lastState(refused).getString("rule")).isEqualTo("texts-stopped");
        assertThat(play.sent).hasSize(1);
        TextsInPlay.text(TextsInPlay.CHILD, "START");
        TextsInPlay.reply(conversation, "hello again", null);
        TextsInPlay.settled();
        assertThat(lastContactState(conversation)).doesNotContain("textsStoppedAt");
        assertThat(play.sent).hasSize(2);
    }

    /** Texts come late: by the provider's second try, or by the sweep. */
    @Test
    void of_stop_and_start_the_one_that_was_said_last_counts() {
        Instant now = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        word("STOP", now.plusSeconds(20));
        word("START", now.plusSeconds(10));
        assertThat(stopped()).as("an older START does not undo it").isTrue();
        word("START", now.plusSeconds(20));
        assertThat(stopped()).as("in doubt").isTrue();
        word("START", now.plusSeconds(40));
        assertThat(stopped()).isFalse();
        word("STOP", now.plusSeconds(30));
        assertThat(stopped()).as("an older STOP does not undo it").isFalse();
        word("STOP", now.plusSeconds(50));
        word("STOP", now.plusSeconds(70));
        word("START", now.plusSeconds(60));
        assertThat(stopped()).as("a START between two of them").isTrue();
    }

    private static void word(String word, Instant at) {
        TextsInPlay.text(UUID.randomUUID().toString(), TextsInPlay.CHILD, word, at);
    }

    private static boolean stopped() {
        return TestDatabase.ask("select texts_stopped_at from phone_route") != null;
    }

    @Test
    void without_a_sender_it_is_one_enquiry_by_whichever_way_it_comes() {
        Instant now = Instant.now();
        TextsInPlay.text("nobody-1", "", "he hits me", now);
        boolean news = arrivals.receive(
                new ReceivedText("notify", "nobody-1", "", "", "he hits me", now, 0, null, new byte[] {1}), true);

        assertThat(news).isFalse();
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries()).hasSize(1);
        assertThat(TextsInPlay.enquiries().get(0).getString("happening")).isEqualTo("he hits me");
    }

    @Test
    void one_whose_words_cannot_be_told_is_to_be_read() {
        TextsInPlay.post("/webhooks/sms/notify", """
                {"id": "x1", "source_number": "447700900123", "destination_number": "07700900801",
                 "text": "by a name nobody knows"}""".getBytes(StandardCharsets.UTF_8));
        TextsInPlay.settled();

        assertThat(TextsInPlay.enquiries().get(0).getString("urgency")).isEqualTo("high");
        assertThat(TextsInPlay.enquiries().get(0).getList("urgencyReasons.code"))
                .contains("needs-reading");
    }

    @Test
    void stop_as_the_first_text_is_an_enquiry_without_an_answer_by_machine() {
        TextsInPlay.text(TextsInPlay.CHILD, "STOP");
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries().get(0).getString("safeContact.textsStoppedAt"))
                .isNotNull();
        assertThat(TextsInPlay.enquiries().get(0).getList("urgencyReasons.code"))
                .contains("texts-stopped");
        assertThat(play.sent).isEmpty();
    }

    @Test
    void odd_texts_are_kept_to_the_last_character() {
        List<String> odd = List.of(
                "",
                ".",
                " ",
                "😭",
                "\u0000",
                "a\u0000b",
                "\ud83d",
                "\u202Eevil\u202C",
                "z" + "\u0301".repeat(5_000),
                "مرحبا");
        odd.forEach(text -> TextsInPlay.text(TextsInPlay.CHILD, text));
        TextsInPlay.settled();
        UUID conversation = TextsInPlay.conversation();
        assertThat(conversations.read(conversation, ThreadView.END).entries())
                .extracting(entry -> entry.text())
                .containsExactlyElementsOf(odd);
        assertThat(TextsInPlay.count("outbox where parked_at is not null")).isZero();
    }

    @Test
    void what_no_machine_can_read_a_person_reads_once() {
        byte[] broken = {'{', '"', 'i', 'd', '"', (byte) 0xff, 'o', 'h', ' ', 'n', 'o'};
        TextsInPlay.post("/webhooks/sms/notify", broken);
        TextsInPlay.post("/webhooks/sms/notify", broken);
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries()).hasSize(1);
        assertThat(TextsInPlay.enquiries().get(0).getString("happening")).contains("oh no");
        assertThat(TextsInPlay.enquiries().get(0).getList("urgencyReasons.code"))
                .contains("needs-reading");
    }

    @Test
    void the_bytes_are_kept_encrypted() {
        TextsInPlay.text(TextsInPlay.CHILD, "canary-of-mine");
        byte[] raw = TestDatabase.ask("select encode(raw, 'escape') from provider_event")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new String(raw, StandardCharsets.UTF_8)).doesNotContain("canary");
        assertThat(TestDatabase.ask("select encode(number_hash, 'escape') from phone_route"))
                .doesNotContain("7700");
    }

    private static String lastContactState(UUID conversation) {
        var told = uk.helpathand.contact.fixture.FakeCaseService.calls("/" + conversation + "/contact-state");
        return told.get(told.size() - 1).body();
    }
}
