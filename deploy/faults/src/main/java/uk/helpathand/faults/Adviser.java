package uk.helpathand.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.helpathand.people.Staff;

/** A person of the team: reads an enquiry, answers it, now and then decides on it, also that it belongs to an open case. */
final class Adviser extends Client {

    static final int PEOPLE = 2;

    /** Not said of a repeat: that is given the first answer. */
    private static final String DECIDED_ALREADY = "enquiry-already-triaged";

    private static final String[] OUTCOMES = {Decisions.OPEN_CASE, "signpost", "not-a-request"};

    private final Staff staff;
    private final int person;

    /** The last case of this person's decisions, which later enquiries may join. A repeat may write it too. */
    private volatile String openCase;

    Adviser(Site site, Journal journal, Random random, AtomicBoolean running, int person) {
        super(site, journal, random, running);
        this.person = person;
        this.staff = site.staff(person == 0 ? "ada" : "ben");
    }

    private record Place(UUID conversation, UUID enquiry) {}

    @Override
    void work() {
        var talk = journal.any(random, person, PEOPLE);
        var place = talk.flatMap(known -> site.ask("casework", connection -> find(connection, known)));
        if (place.isEmpty()) {
            pause(200);
            return;
        }
        read(place.get().enquiry());
        if (random.nextInt(4) == 0) {
            decide(talk.get(), read(place.get().enquiry()), place.get());
        } else {
            reply(talk.get(), place.get());
        }
    }

    private JsonNode read(UUID enquiry) {
        var view = staff.api().get("/v1/enquiries/" + enquiry).expect(200).json();
        journal.answered(new StaffCall(StaffCall.READ, enquiry));
        return view;
    }

    private void reply(Talk talk, Place place) {
        var message = journal.next(talk, Sent.Side.TEAM);
        var key = UUID.randomUUID().toString();
        press(message, () -> {
            staff.api()
                    .post(
                            "/v1/conversations/" + place.conversation() + "/messages",
                            Map.of("text", message.text(), "audience", talk.audience()),
                            "Idempotency-Key",
                            key)
                    .expect(201);
            journal.answered(new StaffCall(StaffCall.REPLY, place.conversation()));
            return true;
        });
    }

    private void decide(Talk talk, JsonNode enquiry, Place place) {
        if (enquiry.get("status").asText().equals("triaged")) {
            return;
        }
        var message = journal.next(talk, Sent.Side.TEAM);
        var key = UUID.randomUUID().toString();
        var decision = decision(enquiry, message.text());
        var deciding = journal.decides(place.enquiry(), decision.get("outcome"));
        press(message, () -> {
            var answer =
                    staff.api().post("/v1/enquiries/" + place.enquiry() + "/triage", decision, "Idempotency-Key", key);
            if (answer.status() == 409 && answer.json().path("type").asText().endsWith(DECIDED_ALREADY)) {
                deciding.refuse();
            }
            var decided = answer.expect(200).json();
            journal.answered(new StaffCall(StaffCall.TRIAGE, place.enquiry()));
            decided.path("cases").forEach(file -> openCase = file.get("caseId").asText());
            deciding.acknowledge();
            return true;
        });
    }

    private Map<String, String> decision(JsonNode enquiry, String words) {
        var caseId = openCase;
        // With several children it would have to say for which of them the case is.
        if (caseId != null && enquiry.get("children").size() < 2 && random.nextInt(3) == 0) {
            return Map.of("outcome", Decisions.JOIN_CASE, "caseId", caseId, "tellChild", words);
        }
        return Map.of("outcome", OUTCOMES[random.nextInt(OUTCOMES.length)], "tellChild", words);
    }

    /** Behind the service, because the queue grows with the run and its newest lines are last. */
    private static Optional<Place> find(Connection connection, Talk talk) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT c.id, c.enquiry_id FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE m.text = ?")) {
            statement.setString(1, talk.first().text());
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Place(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)))
                        : Optional.empty();
            }
        }
    }
}
