package uk.helpathand.journeys.canary;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Staff;

/** Two people erase a child. */
record Erasing(Staff adviser, Staff lead) {

    void erase(UUID childId, Duration patience) {
        var erasure = adviser.api()
                .post(
                        "/v1/erasures",
                        Map.of("kind", "child", "id", childId, "ground", "objection"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .json()
                .get("id")
                .asText();
        lead.api().post("/v1/erasures/" + erasure + "/approval").expect(200);
        Eventually.holds("erased", patience, () -> lead.api()
                .get("/v1/erasures/" + erasure)
                .expect(200)
                .json()
                .get("status")
                .asText()
                .equals("done"));
    }
}
