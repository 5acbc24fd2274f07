package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;

/** What staff did is under the chain, and known outside the database, within seconds and by itself. */
@ExtendWith(RunningWhole.class)
class AuditIT {

    private final Whole whole;

    AuditIT(Whole whole) {
        this.whole = whole;
    }

    @Test
    void whatStaffDidIsSealedAndToldToTheOutsideWithinSeconds() {
        var marker = Marker.next();
        whole.phone().write(marker);
        var enquiry = whole.staff("lea").enquiry(marker);
        long before = verification().get("sealed").asLong();
        var begun = Instant.now();
        whole.staff("lea")
                .api()
                .get("/v1/enquiries/" + enquiry.get("id").asText())
                .expect(200);

        Eventually.holds("sealed and anchored", Duration.ofSeconds(30), () -> {
            var now = verification();
            return now.get("sealed").asLong() > before
                    && Instant.parse(now.path("anchoredAt").asText()).isAfter(begun);
        });

        assertThat(verification().get("whole").asBoolean())
                .as(verification().toString())
                .isTrue();
        assertThat(whole.staff("aud")
                        .api()
                        .get("/v1/audit?action=enquiry.read&subjectId="
                                + enquiry.get("id").asText())
                        .expect(200)
                        .json()
                        .get("items"))
                .isNotEmpty();
    }

    private JsonNode verification() {
        return whole.staff("aud")
                .api()
                .get("/v1/audit/verification")
                .expect(200)
                .json();
    }
}
