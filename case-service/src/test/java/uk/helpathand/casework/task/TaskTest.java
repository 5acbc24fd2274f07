package uk.helpathand.casework.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.Together;

/** What did not reach a child is somebody's to see to, not a line in a log (trap 8). */
@QuarkusTest
class TaskTest extends ServiceTest {

    private static final Instant AT = Instant.parse("2026-12-01T12:00:00Z");

    @BeforeEach
    void noon() {
        TestClock.moveTo(AT);
    }

    @Test
    void a_text_that_did_not_arrive_is_a_task_of_whoever_must_answer() {
        Sent sent = Sent.text().put();
        notDelivered(sent);
        assertThat(tasks().<List<String>>path("items.kind")).containsExactly("text-not-delivered");
        assertThat(tasks().<String>path("items[0].ownerKind")).isEqualTo("queue");

        UUID file = ADA.opensCase(sent).get(0);

        assertThat(tasks().<String>path("items[0].conversationId")).isEqualTo(sent.conversationId.toString());
        assertThat(tasks().<List<String>>path("items[0].caseIds")).containsExactly(file.toString());
        assertThat(tasks().<String>path("items[0].ownerKind")).isEqualTo("adviser");
        assertThat(tasks().<String>path("items[0].ownerId")).isEqualTo("ada");
        assertThat(tasks().<String>path("items[0].doneAt")).isNull();
    }

    @Test
    void ten_texts_that_did_not_arrive_are_one_task_and_after_it_is_done_the_next_is_another() {
        Sent sent = Sent.text().put();
        List<String> replies =
                java.util.stream.Stream.generate(() -> reply(sent)).limit(10).toList();
        Together.run(10, i -> {
            sent.texted(replies.get(i), told(DeliveryState.NOT_DELIVERED, null));
            return i;
        });
        String first = tasks().path("items[0].id");
        assertThat(tasks().<List<String>>path("items.id")).containsExactly(first);

        done(ADA, first).then().statusCode(200).body("doneBy", equalTo("Ada"));
        assertThat(tasks().<List<Object>>path("items")).isEmpty();
        sent.texted(replies.get(0), told(DeliveryState.NOT_DELIVERED, null));
        assertThat(tasks().<List<Object>>path("items")).isEmpty();
        notDelivered(sent);

        assertThat(tasks().<List<String>>path("items.id")).hasSize(1).doesNotContain(first);
    }

    /** Whoever rang the child about one text has not seen that another went astray meanwhile. */
    @Test
    void who_saw_to_it_does_not_end_what_came_after_they_looked() {
        Sent sent = Sent.text().put();
        notDelivered(sent);
        Response seen = tasks();
        String id = seen.path("items[0].id");
        TestClock.moveTo(AT.plusSeconds(60));
        notDelivered(sent);

        doneAsSeen(seen).then().statusCode(412).body("type", endsWith("stale"));

        Response now = tasks();
        assertThat(now.<String>path("items[0].id")).isEqualTo(id);
        assertThat(Instant.parse(now.path("items[0].createdAt"))).isBefore(AT.plusSeconds(60));
        assertThat(Instant.parse(now.path("items[0].lastAt"))).isAfterOrEqualTo(AT.plusSeconds(60));
        for (int i = 0; i < 2; i++) {
            doneAsSeen(now)
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"1\""))
                    .body("doneBy", equalTo("Ada"));
        }
        assertThat(tasks().<List<Object>>path("items")).isEmpty();
    }

    @Test
    void the_first_who_sees_to_it_is_named() {
        notDelivered(Sent.text().put());
        String id = tasks().path("items[0].id");

        String at = done(ADA, id).then().statusCode(200).extract().path("doneAt");

        done(BEN, id).then().statusCode(200).body("doneBy", equalTo("Ada")).body("doneAt", equalTo(at));
        done(BEN, UUID.randomUUID().toString()).then().statusCode(404);
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'task.complete'"))
                .isEqualTo("2");
    }

    @Test
    void stop_while_an_answer_is_owed_is_a_task_once() {
        Sent sent = Sent.text().put();

        sent.contactState(Sent.byText(2, NumberIs.MINE, AT));
        sent.contactState(Sent.byText(2, NumberIs.MINE, AT));
        assertThat(tasks().<List<String>>path("items.kind")).containsExactly("texts-stopped");
        done(ADA, tasks().path("items[0].id")).then().statusCode(200);
        sent.contactState(Sent.byText(3, NumberIs.SHARED, AT));

        assertThat(tasks().<List<Object>>path("items")).isEmpty();
    }

    @Test
    void stop_when_nobody_waits_is_no_task_and_a_new_enquiry_of_such_a_number_is() {
        Sent answered = Sent.text().put();
        reply(answered);
        answered.contactState(Sent.byText(2, NumberIs.MINE, AT));
        assertThat(tasks().<List<Object>>path("items")).isEmpty();

        Sent again = Sent.text();
        again.safeContact = Sent.byText(1, NumberIs.MINE, AT);
        again.put();

        assertThat(tasks().<List<String>>path("items.conversationId")).containsExactly(again.conversationId.toString());
    }

    @Test
    void a_refused_text_is_a_task_where_texts_are_stopped_or_nothing_else_reached_them() {
        Sent stopped = Sent.enquiry().put();
        Sent shared = Sent.text().put();
        Sent onTheWeb = Sent.enquiry().put();

        stopped.texted(reply(stopped), told(DeliveryState.REFUSED, "texts-stopped"));
        shared.texted(reply(shared), told(DeliveryState.REFUSED, "shared-phone"));
        onTheWeb.texted(reply(onTheWeb), told(DeliveryState.REFUSED, "shared-phone"));

        assertThat(tasks().<List<String>>path("items.kind")).containsExactly("texts-stopped", "text-not-delivered");
    }

    @Test
    void open_tasks_page_from_the_oldest_and_a_case_shows_the_done_ones_too() {
        Sent sent = Sent.text().put();
        UUID file = ADA.opensCase(sent).get(0);
        notDelivered(sent);
        done(ADA, tasks().path("items[0].id")).then().statusCode(200);
        notDelivered(sent);
        notDelivered(Sent.text().put());

        var first = ADA.sees("/v1/tasks?limit=1");
        var second = ADA.sees("/v1/tasks?limit=1&after=" + first.path("next"));

        assertThat(first.<String>path("items[0].conversationId")).isEqualTo(sent.conversationId.toString());
        assertThat(second.<String>path("items[0].conversationId")).isNotEqualTo(sent.conversationId.toString());
        assertThat(second.<Object>path("next")).isNull();
        var ofCase = ADA.sees("/v1/cases/" + file + "/tasks");
        assertThat(ofCase.<List<String>>path("items.doneBy")).containsExactly("Ada", null);
        ADA.get("/v1/cases/" + UUID.randomUUID() + "/tasks").then().statusCode(404);
    }

    private static void notDelivered(Sent sent) {
        sent.texted(reply(sent), told(DeliveryState.NOT_DELIVERED, null));
    }

    private static DeliveryHandover told(DeliveryState state, String rule) {
        return new DeliveryHandover(state, AT, null, rule, null);
    }

    private static String reply(Sent sent) {
        return BEN.replies(sent, "Hello").then().statusCode(201).extract().path("id");
    }

    private static Response tasks() {
        return ADA.sees("/v1/tasks");
    }

    private static Response done(Staff staff, String id) {
        return staff.calls().post("/v1/tasks/" + id + "/completion");
    }

    private static Response doneAsSeen(Response tasks) {
        return ADA.calls()
                .header("If-Match", "\"" + tasks.<Object>path("items[0].version") + "\"")
                .post("/v1/tasks/" + tasks.path("items[0].id") + "/completion");
    }
}
