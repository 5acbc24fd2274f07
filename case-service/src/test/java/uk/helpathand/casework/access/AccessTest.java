package uk.helpathand.casework.access;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.AUD;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.fixture.TestDatabase;

/** A child may know who has looked. */
@QuarkusTest
class AccessTest extends ServiceTest {

    @Test
    void everything_about_the_child_is_there_and_nothing_about_another() {
        Sent sent = Sent.enquiry().put();
        Sent other = Sent.enquiry().put();
        var file = ADA.opensCase(sent).get(0);
        ADA.opensCase(other);
        String child = ADA.sees("/v1/cases/" + file).path("childId");
        TestDatabase.asOwner("DELETE FROM audit");
        BEN.sees("/v1/enquiries/" + sent.id);
        BEN.sees("/v1/enquiries/" + other.id);
        ADA.sees("/v1/conversations/" + sent.conversationId + "/messages");
        ADA.sees("/v1/children/" + child);
        LEA.sees("/v1/cases");
        ADA.get("/v1/children/" + UUID.randomUUID() + "/access").then().statusCode(403);

        Response seen = LEA.sees("/v1/children/" + child + "/access");

        assertThat(seen.<List<String>>path("items.action"))
                .containsExactly("case.list", "child.read", "conversation.read", "enquiry.read");
        assertThat(seen.<List<String>>path("items.actor")).containsExactly("lea", "ada", "ada", "ben");
        assertThat(AUD.sees("/v1/children/" + child + "/access").<List<String>>path("items.action"))
                .startsWith("child.read-access", "case.list");
    }

    @Test
    void each_line_has_a_sentence_for_the_child_with_the_role_and_no_person() {
        var file = ADA.opensCase(Sent.enquiry().put()).get(0);
        String child = ADA.sees("/v1/cases/" + file).path("childId");
        TestDatabase.asOwner("DELETE FROM audit");
        LEA.sees("/v1/cases/" + file);
        TestDatabase.asOwner("UPDATE audit SET at = '2026-05-02T23:30:00Z'");

        Response seen = AUD.sees("/v1/children/" + child + "/access");

        assertThat(seen.<List<String>>path("items.plain"))
                .containsExactly("A lead adviser opened your case on 3 May 2026.");
        assertThat(PlainWords.of(List.of("adviser"), "case.read", Instant.parse("2026-05-03T10:00:00Z")))
                .isEqualTo("An adviser opened your case on 3 May 2026.");
    }

    @Test
    void pages_go_on_where_they_ended() {
        var file = ADA.opensCase(Sent.enquiry().put()).get(0);
        String child = ADA.sees("/v1/cases/" + file).path("childId");
        for (int i = 0; i < 7; i++) {
            ADA.sees("/v1/cases/" + file);
        }
        // Some of them long ago.
        TestDatabase.asOwner("UPDATE audit SET at = at - interval '400 days' WHERE id IN"
                + " (SELECT id FROM audit WHERE action = 'case.read' ORDER BY at LIMIT 4)");
        String expected = ask("SELECT count(*) FROM audit WHERE outcome = 'done' AND action <> 'child.read-access'");

        int shown = 0;
        String next = null;
        do {
            Response page =
                    LEA.sees("/v1/children/" + child + "/access?limit=3" + (next == null ? "" : "&after=" + next));
            shown += (int) page.<List<String>>path("items.action").stream()
                    .filter(action -> !action.equals("child.read-access"))
                    .count();
            next = page.path("next");
        } while (next != null);
        assertThat(shown).isEqualTo(Integer.parseInt(expected));
    }

    @Test
    void of_a_child_that_is_not_there_nothing_is_told() {
        LEA.get("/v1/children/" + UUID.randomUUID() + "/access").then().statusCode(404);
    }
}
