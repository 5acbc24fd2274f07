package uk.helpathand.casework.access;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Role;
import uk.helpathand.api.Urgency;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.platform.fixture.AuthorisationTable;
import uk.helpathand.platform.fixture.AuthorisationTable.Row;
import uk.helpathand.platform.fixture.Caller;
import uk.helpathand.platform.fixture.Caller.Answer;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;
import uk.helpathand.platform.time.Ids;

/**
 * Every operation, called by every role in every relation to a case in every state. What came of it is compared with a committed
 * table that people review: {@code -Dmatrix.write=true} writes it anew. An operation, a role or a relation without its row fails.
 */
@QuarkusTest
class AccessMatrixTest extends ServiceTest {

    private static final Path COMMITTED = Path.of("src", "test", "resources", "access-matrix.csv");
    private static final String HEADER = "operation,role,relation,open,closed,restricted,restricted and closed";
    private static final List<String> ROLES = Stream.concat(
                    TestRealm.staffRoles().stream(), Stream.of(Role.HANDOVER, Role.SUBJECT_ACCESS))
            .toList();

    /** What is asked for by a child's id in the body. */
    private static final Set<String> ABOUT_A_CHILD =
            Set.of("/v1/erasures", "/v1/legal-holds", "/v1/subject-access-requests");

    private static final Pattern ID = Pattern.compile("(\"(?:id|childId)\": )\"[^\"]*\"");

    /** Of lists that show something else unless asked. */
    private static final Map<String, String> WHERE_IT_STANDS =
            Map.of("/v1/enquiries", "?status=triaged&limit=200", "/v1/erasures", "?status=due");

    /** Who stands how to the cases. */
    private static final Map<String, String> RELATIONS = relations();

    @TestHTTPResource
    URI service;

    private Caller caller;
    private final List<CaseState> states = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private static Map<String, String> relations() {
        var relations = new LinkedHashMap<String, String>();
        relations.put("owner", "ada");
        relations.put("circle", "cir");
        relations.put("team", "tom");
        relations.put("broke the glass", "gil");
        relations.put("conflict of interest", "kim");
        return relations;
    }

    @Test
    void every_operation_decides_as_the_table_says() throws IOException {
        caller = new Caller(service);
        for (boolean restricted : new boolean[] {false, true}) {
            for (boolean closed : new boolean[] {false, true}) {
                states.add(state(restricted, closed));
            }
        }
        var lines = new ArrayList<>(List.of(HEADER));
        AuthorisationTable.read("authorisation.csv").rows().stream()
                // Those that change nothing first.
                .sorted(Comparator.comparing((Row row) -> !row.method().equals("GET")))
                .forEach(row -> ROLES.forEach(role -> lines.addAll(lines(row, role))));
        assertThat(faults).isEmpty();
        String found = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("matrix.write")) {
            Files.writeString(COMMITTED, found);
        }
        assertThat(found).isEqualTo(Files.readString(COMMITTED));
    }

    private CaseState state(boolean restricted, boolean closed) {
        Restricted made = Restricted.notYet();
        made.takeIn(new Staff("cir", "adviser"));
        made.keepOut(new Staff("kim", "adviser"));
        var gil = new Staff("gil", "adviser");
        UUID glass = UUID.fromString(BreakGlassTest.breaks(gil, made.reference).path("id"));
        if (closed) {
            ADA.closes(made.caseId).then().statusCode(200);
        }
        if (restricted) {
            made.restrict(LEA, true).then().statusCode(200);
            LEA.calls()
                    .body(Map.of("staffId", "lea", "member", false))
                    .patch(made.path() + "/circle")
                    .then()
                    .statusCode(200);
        }
        made.sent.write("I am here", Urgency.IMMEDIATE, "said-not-safe");
        UUID task = Ids.next();
        TestDatabase.fill(
                "INSERT INTO task (id, kind, conversation_id, created_at) VALUES ('%s', 'texts-stopped', '%s', now())"
                        .formatted(task, made.sent.conversationId));
        UUID consent = Ids.next();
        TestDatabase.fill(
                ("INSERT INTO consent (id, child_id, given_by, what, body_kind, body_name, explained, given_at,"
                                + " recorded_by_id, recorded_by, recorded_at) VALUES ('%s', '%s', 'parent', '{wishes}', 'school',"
                                + " 'x', 'x', now(), 'ada', 'Ada', now())")
                        .formatted(consent, made.childId));
        UUID erasure = Ids.next();
        UUID hold = Ids.next();
        UUID redaction = Ids.next();
        // The hold keeps all of it from being carried out by the calls to come.
        TestDatabase.fill("""
                INSERT INTO erasure (id, subject_kind, subject_id, ground, status, due_at, version)
                    VALUES ('%1$s', 'child', '%2$s', 'objection', 'due', now(), 0);
                INSERT INTO legal_hold (id, subject_kind, subject_id, reason, placed_by_id, placed_by, placed_at)
                    VALUES ('%3$s', 'child', '%2$s', 'x', 'lea', 'Lea', now());
                INSERT INTO redaction (id, erasure_id, enquiry_id, status, due_at, version)
                    VALUES ('%4$s', '%1$s', '%5$s', 'due', now(), 0)
                """.formatted(erasure, made.childId, hold, redaction, made.sent.id));
        return new CaseState(made, task, glass, consent, copyAskedFor(made), erasure, hold, redaction);
    }

    private static UUID copyAskedFor(Restricted made) {
        return UUID.fromString(LEA.creates()
                .body(Map.of(
                        "childId",
                        made.childId,
                        "receivedOn",
                        "2026-11-02",
                        "askedBy",
                        "child",
                        "identityCheckedHow",
                        "rang back"))
                .post("/v1/subject-access-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** One line where all relations are answered alike. A role that may not call at all is tried in one of them. */
    private List<String> lines(Row row, String role) {
        var decisions = new LinkedHashMap<String, List<String>>();
        var relations = row.roles().contains(role) ? RELATIONS : Map.of("owner", "ada");
        relations.forEach((relation, subject) -> decisions.put(
                relation,
                states.stream()
                        .map(state -> decision(row, role, subject, state))
                        .toList()));
        String operation = row.method() + " " + row.path() + "," + role + ",";
        if (Set.copyOf(decisions.values()).size() == 1) {
            return List.of(operation + "any," + String.join(",", decisions.get("owner")));
        }
        return decisions.entrySet().stream()
                .map(of -> operation + of.getKey() + "," + String.join(",", of.getValue()))
                .toList();
    }

    private String decision(Row row, String role, String subject, CaseState state) {
        String path = path(row.path(), state);
        var call = caller.call(row.method(), path)
                .as(TestRealm.token(subject, role))
                .with("If-Match", "\"99999\"");
        Answer answer = (row.body().isEmpty() ? call : call.json(body(row, state))).send();
        if (answer.status() == 403 || answer.status() == 404 && !isElsewhere(row.path())) {
            return Integer.toString(answer.status());
        }
        if (answer.status() == 401
                || answer.status() >= 500
                || answer.status() == 400 && !answer.problem().equals("idempotency-key-missing")) {
            faults.add(row.method() + " " + path + " as " + role + ": " + answer.status() + " " + answer.body());
        }
        return isList(row) ? shows(answer, state) : "yes";
    }

    /** What is created is about the child whose case it is. */
    private static String body(Row row, CaseState state) {
        return ABOUT_A_CHILD.contains(row.path())
                ? ID.matcher(row.sample()).replaceFirst("$1\"" + state.made().childId + "\"")
                : row.sample();
    }

    /** Of lists: whether the case or what hangs on it is there. */
    private static String shows(Answer answer, CaseState state) {
        return state.isNamedIn(answer.body()) ? "shown" : "not shown";
    }

    private static boolean isList(Row row) {
        return row.method().equals("GET")
                && Set.of(
                                "/v1/enquiries",
                                "/v1/cases",
                                "/v1/conversations",
                                "/v1/tasks",
                                "/v1/alerts",
                                "/v1/break-glass",
                                "/v1/erasures",
                                "/v1/legal-holds",
                                "/v1/redactions",
                                "/v1/subject-access-requests")
                        .contains(row.path());
    }

    /** What is not about a case: 404 there only says that nothing has the id that was asked for. */
    private static boolean isElsewhere(String path) {
        return Stream.of("/v1/outbox", "/v1/code-lists").anyMatch(path::startsWith);
    }

    private static String path(String template, CaseState state) {
        String path = template.replace("{id}", state.id(template).toString())
                .replace("{list}", "closure-reason")
                .replace("{consentId}", state.consentId().toString())
                .replaceAll("\\{[^}]*}", Ids.next().toString());
        return path + WHERE_IT_STANDS.getOrDefault(template, "");
    }
}
