package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;
import uk.helpathand.platform.fixture.TraceCollector.Taken;

/** What a collector sees of both services: one trace from a person to the other service, and ids, of which there is nothing to read. */
@ExtendWith(RunningWhole.class)
class TraceIT {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String TEMPLATE = "(/(v[0-9]|[a-z][a-z.-]*|\\{[a-zA-Z]+}))+|/";
    private static final Pattern NAME = Pattern.compile("[A-Z]+( (" + TEMPLATE + "))?|outbox [a-z-]+");
    private static final Set<String> NUMBERS = Set.of("http.response.status_code", "helpathand.attempt");

    private final Whole whole;

    TraceIT(Whole whole) {
        this.whole = whole;
    }

    @Test
    void aMessageAndItsAnswerAreEachFollowedThroughBothServices() {
        var marker = Marker.next();
        whole.phone().write(marker);
        var ada = whole.staff("ada");
        var enquiry = ada.enquiry(marker);
        ada.reply(enquiry, "answer");

        var arrived = span(
                "case-service",
                "PUT /v1/enquiries/{id}",
                Map.of("helpathand.id", enquiry.get("id").asText()));
        assertThat(wayTo(arrived)).containsExactly("POST /ask", "outbox enquiry", "PUT /v1/enquiries/{id}");
        var answered = span(
                "contact-service",
                "PUT /v1/conversations/{id}/messages/{messageId}",
                Map.of("helpathand.id", enquiry.get("conversationId").asText()));
        assertThat(wayTo(answered))
                .containsExactly(
                        "POST /v1/conversations/{id}/messages",
                        "outbox reply",
                        "PUT /v1/conversations/{id}/messages/{messageId}");
    }

    /** Whatever the journeys before this one did. */
    @Test
    void aSpanHoldsIdsAndWhatTheCodeCallsThingsAndNothingElse() {
        whole.phone().write(Map.of("happening", Marker.next(), "number", "07700 900461"));

        var spans = whole.tracedUntilNow();
        assertThat(spans).extracting(Taken::name).contains("POST /ask");
        assertThat(spans).allSatisfy(span -> {
            assertThat(span.name()).matches(NAME);
            assertThat(span.all()).doesNotContain("events {").doesNotContain("message:");
            span.attributes().forEach((name, value) -> {
                if (NUMBERS.contains(name)) {
                    assertThat(value).as(name).matches("[0-9]+");
                } else if (name.equals("http.route")) {
                    assertThat(value).as(name).matches(TEMPLATE);
                } else if (name.equals("http.request.method")) {
                    assertThat(value).as(name).matches("[A-Z]+");
                } else {
                    assertThat(name).startsWith("helpathand.");
                    assertThat(value).as(name).matches(ID);
                }
            });
        });
    }

    private Taken span(String service, String name, Map<String, String> attributes) {
        return Eventually.get(name + " of " + service, () -> whole.traced().stream()
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .filter(span -> span.attributes().entrySet().containsAll(attributes.entrySet()))
                .findFirst());
    }

    /** The names of what a span follows from, the first of all first. */
    private List<String> wayTo(Taken span) {
        var names = new ArrayList<String>();
        names.add(span.name());
        for (var above = above(span); above.isPresent(); above = above(above.get())) {
            names.add(0, above.get().name());
        }
        return names;
    }

    private Optional<Taken> above(Taken span) {
        if (span.parent().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Eventually.get("what " + span.name() + " follows from", () -> whole.traced().stream()
                .filter(other ->
                        other.trace().equals(span.trace()) && other.id().equals(span.parent()))
                .findFirst()));
    }
}
