package uk.helpathand.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;

/** The same number is perhaps the same person: shown, never acted on (trap 10). */
@QuarkusTest
class PossibleLinkTest extends ServiceTest {

    @Test
    void earlier_conversations_of_the_number_are_shown_with_what_staff_need_to_decide() {
        Sent closed = Sent.text().put();
        UUID file = ADA.opensCase(closed).get(0);
        ADA.closes(file).then().statusCode(200);
        Sent quiet = Sent.text().put();
        Sent sent = Sent.text();
        sent.possibleLinks = List.of(quiet.conversationId, closed.conversationId);
        sent.put();
        sent.put();

        Response view = ADA.sees("/v1/enquiries/" + sent.id);

        assertThat(view.<List<String>>path("possibleLinks.conversationId"))
                .containsExactly(quiet.conversationId.toString(), closed.conversationId.toString());
        assertThat(view.<List<String>>path("possibleLinks.enquiryId"))
                .containsExactly(quiet.id.toString(), closed.id.toString());
        assertThat(view.<List<String>>path("possibleLinks.reference"))
                .containsExactly(quiet.reference, closed.reference);
        assertThat(view.<List<List<String>>>path("possibleLinks.caseIds"))
                .containsExactly(List.of(), List.of(file.toString()));
        List<String> sentAt = ADA.sees("/v1/conversations/" + closed.conversationId + "/messages")
                .path("items.sentAt");
        assertThat(view.<String>path("possibleLinks[1].lastMessageAt")).isEqualTo(sentAt.get(sentAt.size() - 1));
        assertThat(ADA.sees("/v1/enquiries/" + quiet.id).<List<Object>>path("possibleLinks"))
                .isEmpty();
    }

    @Test
    void nothing_is_joined_by_itself() {
        Sent earlier = Sent.text().put();
        ADA.opensCase(earlier);
        Sent sent = Sent.text();
        sent.possibleLinks = List.of(earlier.conversationId);
        sent.put();

        assertThat(ask("SELECT count(*) FROM case_conversation")).isEqualTo("1");
        assertThat(ask("SELECT owner_kind FROM conversation WHERE id = '" + sent.conversationId + "'"))
                .isEqualTo("queue");
    }

    @Test
    void one_that_is_not_here_yet_is_shown_once_it_is() {
        Sent later = Sent.text();
        Sent sent = Sent.text();
        sent.possibleLinks = List.of(later.conversationId);
        sent.put();
        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<List<Object>>path("possibleLinks"))
                .isEmpty();

        later.put();

        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<List<String>>path("possibleLinks.reference"))
                .containsExactly(later.reference);
    }

    @Test
    void staff_may_join_a_text_to_the_case_of_a_link() {
        Sent earlier = Sent.text().put();
        UUID file = ADA.opensCase(earlier).get(0);
        Sent sent = Sent.text();
        sent.possibleLinks = List.of(earlier.conversationId);
        sent.put();
        var join = decision("join-case", "We know about this already");
        join.put("caseId", file);

        ADA.triages(sent, join).then().statusCode(200);

        assertThat(ADA.sees("/v1/cases/" + file).<List<String>>path("conversationIds"))
                .contains(earlier.conversationId.toString(), sent.conversationId.toString());
        assertThat(ADA.sees("/v1/cases/" + file + "/messages").<List<String>>path("items.conversationId"))
                .contains(sent.conversationId.toString());
    }
}
