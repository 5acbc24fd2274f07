package uk.helpathand.casework.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;

@QuarkusTest
class WaitingTest extends ServiceTest {

    @Test
    void the_longest_waiting_comes_first_and_an_answer_takes_it_away() {
        Sent young = Sent.enquiry().put();
        Sent old = Sent.enquiry();
        old.receivedAt = young.receivedAt.minusSeconds(60);
        old.put();

        var waiting = ADA.sees("/v1/conversations");
        assertThat(ids("/v1/conversations")).containsExactly(old.conversationId, young.conversationId);
        assertThat(waiting.<String>path("items[0].enquiryId")).isEqualTo(old.id.toString());
        assertThat(waiting.<String>path("items[0].audience")).isEqualTo("child");
        assertThat(waiting.<String>path("items[0].waitingSince")).isEqualTo(old.receivedAt.toString());

        ADA.replies(old, "Hello").then().statusCode(201);
        assertThat(ids("/v1/conversations")).containsExactly(young.conversationId);
    }

    @Test
    void it_waits_since_the_oldest_message_without_an_answer() {
        Sent sent = Sent.enquiry().put();
        sent.write("Hello?");
        assertThat(ADA.sees("/v1/conversations").<String>path("items[0].waitingSince"))
                .isEqualTo(sent.receivedAt.toString());
        ADA.replies(sent, "Hello").then().statusCode(201);
        assertThat(ids("/v1/conversations")).isEmpty();

        sent.write("Thank you");

        assertThat(ids("/v1/conversations")).containsExactly(sent.conversationId);
    }

    @Test
    void it_is_filtered_by_who_must_answer_and_shows_the_cases() {
        Sent queued = Sent.enquiry().put();
        Sent adas = Sent.enquiry().put();
        UUID adasCase = ADA.opensCase(adas).get(0);
        Sent bens = Sent.enquiry().put();
        BEN.opensCase(bens);
        adas.write("for Ada");
        bens.write("for Ben");

        assertThat(ids("/v1/conversations?ownerKind=queue")).containsExactly(queued.conversationId);
        assertThat(ids("/v1/conversations?ownerKind=adviser"))
                .containsExactly(adas.conversationId, bens.conversationId);
        assertThat(ids("/v1/conversations?ownerId=ada")).containsExactly(adas.conversationId);
        assertThat(ids("/v1/conversations?ownerKind=adviser&ownerId=ben")).containsExactly(bens.conversationId);
        assertThat(ids("/v1/conversations?ownerKind=lead&ownerId=ben")).isEmpty();
        assertThat(ADA.sees("/v1/conversations?ownerId=ada").<List<String>>path("items[0].caseIds"))
                .containsExactly(adasCase.toString());
    }

    /** What was written may be about the other child, whose adviser has not read it. */
    @Test
    void closing_the_case_of_one_child_answers_nothing_while_that_of_another_is_open() {
        Sent both = Sent.byAdult(2).put();
        List<UUID> cases = ADA.opensCase(both);
        both.write("What about her brother?");

        ADA.closes(cases.get(0)).then().statusCode(200);
        assertThat(ids("/v1/conversations")).containsExactly(both.conversationId);

        ADA.closes(cases.get(1)).then().statusCode(200);
        assertThat(ids("/v1/conversations")).isEmpty();
    }

    @Test
    void it_pages() {
        Sent one = Sent.enquiry().put();
        Sent two = Sent.enquiry().put();
        Sent three = Sent.enquiry().put();

        var first = ADA.sees("/v1/conversations?limit=2");

        assertThat(first.<List<String>>path("items.id"))
                .containsExactly(one.conversationId.toString(), two.conversationId.toString());
        assertThat(ids("/v1/conversations?limit=2&after=" + first.path("next"))).containsExactly(three.conversationId);
    }

    private static List<UUID> ids(String path) {
        return ADA.sees(path).<List<String>>path("items.id").stream()
                .map(UUID::fromString)
                .toList();
    }
}
