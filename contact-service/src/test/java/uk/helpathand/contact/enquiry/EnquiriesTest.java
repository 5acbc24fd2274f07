package uk.helpathand.contact.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.Safe;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.ReadingSessions;
import uk.helpathand.contact.conversation.SentTickets;
import uk.helpathand.contact.conversation.ThreadView;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class EnquiriesTest {

    private static final SafeContact TEXT_ME = new SafeContact(
            1,
            ReplyBy.TEXT,
            "07700 900123",
            NumberIs.SHARED,
            null,
            List.of(SafeTime.WEEKEND_DAY),
            "not when mum is in");

    @Inject
    Enquiries enquiries;

    @Inject
    AddedDetails details;

    @Inject
    Conversations conversations;

    @Inject
    SentTickets tickets;

    @Inject
    ReadingSessions sessions;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void the_code_opens_the_thread_with_exactly_the_words_that_were_sent() {
        for (String words :
                List.of("they r moving me friday 😭", "لا أريد الرحيل", "nul \0 and half a pair \ud83d", "a")) {
            Received received = enquiries.receive(token(), null, null, enquiry(words));
            UUID found = conversations.find(received.returnCode()).orElseThrow();
            assertThat(conversations.read(found, ThreadView.END).entries())
                    .extracting("text")
                    .containsExactly(words);
        }
    }

    @Test
    void the_same_form_twice_is_one_enquiry_with_one_reference() {
        String token = token();
        Received first = enquiries.receive(token, null, null, enquiry("hello"));
        Received second = enquiries.receive(token, null, null, enquiry("hello"));
        assertThat(second.fresh()).isFalse();
        assertThat(second.returnCode()).isNull();
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(TestDatabase.ask("select count(*) from enquiry")).isEqualTo("1");
        assertThat(TestDatabase.ask("select count(*) from message")).isEqualTo("1");
    }

    @Test
    void twenty_times_at_once_is_one_enquiry() throws Exception {
        String token = token();
        var pool = Executors.newFixedThreadPool(8);
        List<Future<Received>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(pool.submit(() -> enquiries.receive(token, "browser", null, enquiry("hello"))));
        }
        var references = new HashSet<String>();
        int fresh = 0;
        for (Future<Received> call : calls) {
            references.add(call.get().reference());
            fresh += call.get().fresh() ? 1 : 0;
        }
        pool.shutdown();
        assertThat(references).hasSize(1);
        assertThat(fresh).isEqualTo(1);
        assertThat(TestDatabase.ask("select count(*) from conversation")).isEqualTo("1");
    }

    @Test
    void two_siblings_with_the_same_words_are_two_enquiries() {
        enquiries.receive(token(), null, null, enquiry("we want to stay"));
        enquiries.receive(token(), null, null, enquiry("we want to stay"));
        assertThat(TestDatabase.ask("select count(*) from enquiry")).isEqualTo("2");
    }

    @Test
    void the_same_form_with_changed_words_adds_them_and_raises_the_urgency() {
        String token = token();
        Received first = enquiries.receive(token, null, null, enquiry("hello"));
        var changed = new NewEnquiry("help, he is here", null, Safe.NO, TEXT_ME, "en");
        enquiries.receive(token, null, null, changed);
        enquiries.receive(token, null, null, changed);
        assertThat(conversations.read(first.conversationId(), ThreadView.END).entries())
                .extracting("text")
                .containsExactly("hello", "help, he is here");
        assertThat(TestDatabase.ask("select urgency from message where sequence = 2"))
                .isEqualTo("immediate");
    }

    /** The first answer was lost on its way back; the words are the same, and what is new is the danger. */
    @Test
    void the_same_form_with_another_answer_to_are_you_safe_is_never_taken_for_a_repeat() {
        String token = token();
        Received first = enquiries.receive(token, null, null, new NewEnquiry("hello", null, Safe.YES, TEXT_ME, "en"));
        enquiries.receive(token, null, null, new NewEnquiry("hello", null, Safe.NOT_SURE, TEXT_ME, "en"));

        Received last = enquiries.receive(token, null, null, new NewEnquiry("hello", null, Safe.NO, TEXT_ME, "en"));

        assertThat(last.assessment().isImmediate()).isTrue();
        assertThat(enquiries.assessmentOf(first.conversationId()).saidNotSafe()).isTrue();
        assertThat(TestDatabase.ask("select string_agg(urgency, ' ' order by sequence) from message"))
                .isEqualTo("standard high immediate");
    }

    @Test
    void not_safe_is_immediate_and_not_sure_is_high() {
        assertThat(urgencyOf(Safe.NO)).isEqualTo(Urgency.IMMEDIATE);
        assertThat(urgencyOf(Safe.NOT_SURE)).isEqualTo(Urgency.HIGH);
        assertThat(urgencyOf(Safe.YES)).isEqualTo(Urgency.STANDARD);
        assertThat(urgencyOf(null)).isEqualTo(Urgency.STANDARD);
    }

    @Test
    void words_numbers_and_codes_do_not_stand_in_the_database() {
        Received received = enquiries.receive(
                token(), "browser", null, new NewEnquiry("canary-happening", "canary-wanted", Safe.YES, TEXT_ME, "en"));
        details.add(received.conversationId(), token(), new Details("canary-name", "9", null, null, null, null, null));
        String all = TestDatabase.ask(
                "select string_agg(t::text, '') from (select c::text t from conversation c union all select m::text from message m"
                        + " union all select e::text from enquiry e union all select d::text from enquiry_details d"
                        + " union all select o::text from outbox o) x");
        assertThat(all).isNotBlank();
        for (String secret : List.of("canary", "900123", "mum is in", received.returnCode())) {
            assertThat(all).doesNotContain(secret).doesNotContain(hex(secret));
        }
    }

    @Test
    void the_sending_browser_gets_the_code_until_it_was_shown_or_the_child_left() {
        Received received = enquiries.receive(token(), "browser", null, enquiry("hello"));
        assertThat(tickets.look("browser").orElseThrow().returnCode()).isEqualTo(received.returnCode());
        assertThat(tickets.look("another browser")).isEmpty();
        assertThat(tickets.look(null)).isEmpty();
        tickets.taken("browser", null);
        assertThat(tickets.look("browser").orElseThrow().returnCode()).isNull();
        tickets.forget("browser");
        assertThat(tickets.look("browser")).isEmpty();
    }

    @Test
    void the_code_waits_fifteen_minutes_and_no_longer() {
        enquiries.receive(token(), "browser", null, enquiry("hello"));
        TestDatabase.asOwner("update conversation set ticket_until = ticket_until - interval '15 minutes'");
        assertThat(tickets.look("browser")).isEmpty();
    }

    @Test
    void reading_ends_after_ten_idle_minutes_and_at_once_by_leaving() {
        UUID conversation =
                enquiries.receive(token(), null, null, enquiry("hello")).conversationId();
        String secret = sessions.open(conversation);
        assertThat(sessions.conversationOf(secret)).contains(conversation);
        TestDatabase.asOwner("update reading_session set last_seen_at = last_seen_at - interval '9 minutes'");
        assertThat(sessions.conversationOf(secret)).contains(conversation);
        TestDatabase.asOwner("update reading_session set last_seen_at = last_seen_at - interval '10 minutes'");
        assertThat(sessions.conversationOf(secret)).isEmpty();
        String other = sessions.open(conversation);
        sessions.end(other);
        assertThat(sessions.conversationOf(other)).isEmpty();
        assertThat(sessions.conversationOf("nonsense")).isEmpty();
    }

    @Test
    void unknown_expired_and_revoked_codes_are_the_same_empty_answer() {
        String code = enquiries.receive(token(), null, null, enquiry("hello")).returnCode();
        assertThat(conversations.find("penguin kayak violin marble 4821")).isEmpty();
        TestDatabase.asOwner("update conversation set code_expires_at = now()");
        assertThat(conversations.find(code)).isEmpty();
        TestDatabase.asOwner("update conversation set code_expires_at = null, code_revoked_at = now()");
        assertThat(conversations.find(code)).isEmpty();
        TestDatabase.asOwner("update conversation set code_revoked_at = null");
        assertThat(conversations.find(code)).isPresent();
    }

    private Urgency urgencyOf(Safe safe) {
        return enquiries
                .receive(token(), null, null, new NewEnquiry("hello", null, safe, TEXT_ME, "en"))
                .assessment()
                .urgency();
    }

    private static NewEnquiry enquiry(String happening) {
        return new NewEnquiry(happening, null, null, TEXT_ME, "en");
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
