package uk.helpathand.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Author;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.handover.MessageHandover;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;

/** Abusive words are kept as they came, and nobody meets them unawares. */
@QuarkusTest
class ContentWarningTest extends ServiceTest {

    private static final String ABUSE = "canary-abuse you are all worthless";

    @Test
    void the_queue_has_a_plain_line_in_place_of_the_words_and_says_why() {
        Sent sent = warned();

        var queue = ADA.sees("/v1/enquiries");

        assertThat(queue.<String>path("items[0].excerpt")).isEqualTo(Excerpt.WARNED);
        assertThat(queue.<List<String>>path("items[0].contentWarnings")).containsExactly("abusive");
        assertThat(queue.asString()).doesNotContain("canary-abuse");
        assertThat(queue.<String>path("items[0].id")).isEqualTo(sent.id.toString());
    }

    @Test
    void the_tray_has_it_too() {
        Sent sent = Sent.enquiry();
        sent.unconfirmed = true;
        sent.happening = ABUSE;
        sent.contentWarnings = List.of("abusive");
        sent.put();

        var tray = ADA.sees("/v1/enquiries?status=unconfirmed");

        assertThat(tray.<String>path("items[0].excerpt")).isEqualTo(Excerpt.WARNED);
        assertThat(tray.asString()).doesNotContain("canary-abuse");
    }

    @Test
    void who_opens_it_gets_every_word_with_the_codes_beside_them() {
        Sent sent = warned();

        var view = ADA.sees("/v1/enquiries/" + sent.id);
        var thread = ADA.sees("/v1/conversations/" + sent.conversationId + "/messages");

        assertThat(view.<String>path("happening")).isEqualTo(ABUSE);
        assertThat(view.<List<String>>path("contentWarnings")).containsExactly("abusive");
        assertThat(thread.<String>path("items[0].text")).isEqualTo(ABUSE);
        assertThat(thread.<List<String>>path("items[0].contentWarnings")).containsExactly("abusive");
    }

    @Test
    void a_later_message_carries_its_own_and_leaves_the_excerpt_of_the_first_as_it_is() {
        Sent sent = Sent.enquiry().put();
        MessageHandover plain = sent.message(ABUSE, Urgency.STANDARD);
        Sent.handOver(
                        "/v1/conversations/" + sent.conversationId + "/messages/" + UUID.randomUUID(),
                        new MessageHandover(
                                Author.CHILD,
                                plain.receivedAt(),
                                ABUSE,
                                Urgency.STANDARD,
                                List.of(),
                                "en",
                                List.of("abusive", "sexual"),
                                false))
                .then()
                .statusCode(204);

        var thread = ADA.sees("/v1/conversations/" + sent.conversationId + "/messages");

        assertThat(thread.<Object>path("items[0].contentWarnings")).as("none").isNull();
        assertThat(thread.<List<String>>path("items[1].contentWarnings")).containsExactly("abusive", "sexual");
        assertThat(ADA.sees("/v1/enquiries").<String>path("items[0].excerpt")).isEqualTo(sent.happening);
    }

    @Test
    void without_a_warning_nothing_is_hidden() {
        Sent sent = Sent.enquiry().put();

        var queue = ADA.sees("/v1/enquiries");

        assertThat(queue.<String>path("items[0].excerpt")).isEqualTo(sent.happening);
        assertThat(queue.<Object>path("items[0].contentWarnings")).isNull();
    }

    private static Sent warned() {
        Sent sent = Sent.enquiry();
        sent.happening = ABUSE;
        sent.contentWarnings = List.of("abusive");
        return sent.put();
    }
}
