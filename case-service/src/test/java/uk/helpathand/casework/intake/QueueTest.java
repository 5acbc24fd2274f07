package uk.helpathand.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;

@QuarkusTest
class QueueTest extends ServiceTest {

    @Test
    void an_enquiry_stands_in_the_queue_as_it_was_sent() {
        Sent sent = Sent.danger().put();

        var queue = ADA.sees("/v1/enquiries");

        assertThat(queue.<List<String>>path("items.id")).containsExactly(sent.id.toString());
        assertThat(queue.<String>path("items[0].reference")).isEqualTo(sent.reference);
        assertThat(queue.<String>path("items[0].channel")).isEqualTo("web-child");
        assertThat(queue.<String>path("items[0].requester")).isEqualTo("child");
        assertThat(queue.<String>path("items[0].urgency")).isEqualTo("immediate");
        assertThat(queue.<String>path("items[0].urgencyReasons[0].code")).isEqualTo("said-not-safe");
        assertThat(queue.<String>path("items[0].status")).isEqualTo("new");
        assertThat(queue.<String>path("items[0].excerpt")).isEqualTo("They want to move me on Friday");
        assertThat(queue.<Object>path("next")).isNull();
    }

    @Test
    void a_text_that_was_nothing_but_a_picture_is_no_empty_line() {
        Sent picture = Sent.text();
        picture.happening = " ";
        picture.media = 1;
        picture.put();

        assertThat(ADA.sees("/v1/enquiries").<String>path("items[0].excerpt")).isEqualTo(Excerpt.PICTURE);
        assertThat(ADA.sees("/v1/conversations/" + picture.conversationId + "/messages")
                        .<List<Integer>>path("items.media"))
                .containsExactly(1);
    }

    @Test
    void the_most_urgent_come_first_and_then_the_oldest() {
        Sent oldest = Sent.enquiry();
        Sent young = Sent.enquiry();
        young.receivedAt = oldest.receivedAt.plusSeconds(5);
        Sent high = Sent.enquiry();
        high.urgency = Urgency.HIGH;
        high.receivedAt = oldest.receivedAt.plusSeconds(10);
        Sent danger = Sent.danger();
        danger.receivedAt = oldest.receivedAt.plusSeconds(20);
        List.of(young, danger, oldest, high).forEach(Sent::put);

        assertThat(ids("/v1/enquiries")).containsExactly(danger.id, high.id, oldest.id, young.id);
        assertThat(ids("/v1/enquiries?urgency=standard")).containsExactly(oldest.id, young.id);
    }

    @Test
    void status_filters_and_without_it_all_that_wait_are_shown() {
        Sent fresh = Sent.enquiry().put();
        Sent taken = Sent.enquiry().put();
        Sent decided = Sent.enquiry().put();
        ADA.acknowledges(taken).then().statusCode(200);
        ADA.triages(decided, Staff.decision("signpost", "Childline can help"))
                .then()
                .statusCode(200);

        assertThat(ids("/v1/enquiries")).containsExactlyInAnyOrder(fresh.id, taken.id);
        assertThat(ids("/v1/enquiries?status=new")).containsExactly(fresh.id);
        assertThat(ids("/v1/enquiries?status=acknowledged")).containsExactly(taken.id);
        assertThat(ids("/v1/enquiries?status=triaged")).containsExactly(decided.id);
        assertThat(ids("/v1/enquiries?status=returned")).isEmpty();
        ADA.get("/v1/enquiries?status=nonsense").then().statusCode(anyOf(is(400), is(404)));
    }

    @Test
    void pages_neither_skip_nor_repeat_while_others_arrive() {
        var expected = new ArrayList<UUID>();
        for (int i = 0; i < 7; i++) {
            Sent sent = Sent.enquiry();
            sent.receivedAt = sent.receivedAt.minusSeconds(1000 - i);
            expected.add(sent.put().id);
        }
        var seen = new ArrayList<UUID>();
        String after = "";
        do {
            var page = ADA.sees("/v1/enquiries?limit=3" + after);
            seen.addAll(page.<List<String>>path("items.id").stream()
                    .map(UUID::fromString)
                    .toList());
            after = page.path("next") == null ? null : "&after=" + page.path("next");
            Sent.danger().put();
        } while (after != null && seen.size() < 30);

        assertThat(seen).startsWith(expected.toArray(UUID[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void a_cursor_of_nowhere_and_a_limit_of_nothing_are_refused() {
        ADA.get("/v1/enquiries?after=nonsense").then().statusCode(400);
        ADA.get("/v1/enquiries?limit=0").then().statusCode(400);
        ADA.get("/v1/enquiries?limit=201").then().statusCode(400);
    }

    private static List<UUID> ids(String path) {
        return ADA.sees(path).<List<String>>path("items.id").stream()
                .map(UUID::fromString)
                .toList();
    }
}
