package uk.helpathand.casework.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Ids;

/** Trap 27, for every encrypted column there is: a ciphertext opens in its own row and column, under its subject's key, only. */
@QuarkusTest
class SealedColumnsTest extends ServiceTest {

    private static final String OF_ITSELF = "SELECT id AS row_id, id AS subject_id, %2$s AS sealed FROM %1$s";
    private static final String OF_PART = "SELECT id AS row_id, enquiry_id AS subject_id, %2$s AS sealed FROM %1$s";

    /** Column, whose key, and where row, subject and ciphertext are read. A new encrypted column belongs in here. */
    private record Sealed(String column, SubjectKind kind, String rows) {
        String query() {
            String[] names = column.split("\\.");
            return rows.formatted(names[0], names[1]) + " WHERE " + names[1] + " IS NOT NULL";
        }
    }

    private static final List<Sealed> SEALED = Stream.of(
                    Stream.of(
                            new Sealed("child.name", SubjectKind.CHILD, OF_ITSELF),
                            new Sealed("child.date_of_birth", SubjectKind.CHILD, OF_ITSELF),
                            new Sealed(
                                    "competence_judgement.judged_by_sealed",
                                    SubjectKind.CHILD,
                                    "SELECT id AS row_id, child_id AS subject_id, %2$s AS sealed FROM %1$s"),
                            new Sealed("enquiry.referral", SubjectKind.ENQUIRY, OF_ITSELF),
                            new Sealed(
                                    "enquiry_child.referral",
                                    SubjectKind.CHILD,
                                    "SELECT id AS row_id, child_id AS subject_id, %2$s AS sealed FROM %1$s")),
                    Stream.of("number", "email", "safe_note", "cover_words")
                            .map(name -> new Sealed("conversation." + name, SubjectKind.ENQUIRY, OF_PART)),
                    Stream.of("name", "age", "council", "lives_in", "helped_by", "language", "needs")
                            .map(name -> new Sealed("enquiry_details." + name, SubjectKind.ENQUIRY, OF_PART)))
            .flatMap(all -> all)
            .toList();

    /** Bytes that are no field of a subject: a wrapped key, keyed hashes, and what is sealed for a purpose. The audit has no content. */
    private static final Set<String> OTHERS = Set.of(
            "data_key.wrapped_key",
            "handover_receipt.content_hash",
            "idempotency.fingerprint",
            "idempotency.response",
            // enquiry.referral as it is proposed: sealed for there, and shown from here (RedactionTest).
            "redaction.referral",
            // As that, for the column and row that it names (RedactedPartsTest).
            "redaction_part.sealed");

    @Inject
    DataKeys dataKeys;

    private record Found(Sealed column, UUID row, UUID subject, byte[] bytes) {}

    @BeforeEach
    void something_in_every_column() {
        for (Sent sent : List.of(Sent.byAdult(1).withReferral(), Sent.byAdult(1).withReferral())) {
            sent.safeContact = new SafeContact(
                    1,
                    ReplyBy.TEXT,
                    "07700 900123",
                    NumberIs.MINE,
                    "kim@example.test",
                    List.of(),
                    "not on Sundays",
                    "The library has your book",
                    null,
                    null,
                    null);
            sent.put();
            var details = new DetailsHandover(
                    Instant.now(), "Kim", "14", "Essex", "with my aunt", "my aunt", "en", "large print");
            Sent.handOver("/v1/enquiries/" + sent.id + "/details/" + Ids.next(), details)
                    .then()
                    .statusCode(204);
            String child = ADA.sees("/v1/cases/" + ADA.opensCase(sent).get(0)).path("childId");
            ADA.calls()
                    .header("If-Match", ADA.tag("/v1/children/" + child))
                    .body(Map.of("dateOfBirth", "2012-05-06"))
                    .patch("/v1/children/" + child)
                    .then()
                    .statusCode(200);
            ADA.creates()
                    .body(Map.of("decision", "x", "able", true, "how", "x", "judgedBy", "Dr Kim Example"))
                    .post("/v1/children/" + child + "/competence-judgements")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void every_column_of_bytes_is_in_one_of_the_lists() {
        assertThat(TestDatabase.ask("""
                SELECT string_agg(table_name || '.' || column_name, ',' ORDER BY 1) FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type = 'bytea' AND table_name NOT LIKE 'audit%'
                """).split(","))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(SEALED.stream().map(Sealed::column), OTHERS.stream())
                                .toList());
    }

    @Test
    void a_ciphertext_opens_where_it_belongs_and_nowhere_else() throws SQLException {
        for (Sealed column : SEALED) {
            List<Found> rows = rows(column);
            assertThat(rows).as(column.column).hasSize(2);
            QuarkusTransaction.requiringNew().run(() -> {
                for (Found found : rows) {
                    Found neighbour = rows.get(found == rows.get(0) ? 1 : 0);
                    SubjectCipher own = dataKeys.open(column.kind, found.subject);
                    assertThat(own.decryptBytes(found.bytes, column.column, found.row))
                            .isNotEmpty();
                    closed(own, found, column.column, neighbour.row);
                    closed(dataKeys.open(column.kind, neighbour.subject), found, column.column, found.row);
                    SEALED.stream()
                            .filter(other -> !other.equals(column))
                            .forEach(other -> closed(own, found, other.column, found.row));
                }
            });
        }
    }

    private static void closed(SubjectCipher cipher, Found found, String field, UUID row) {
        assertThatThrownBy(() -> cipher.decryptBytes(found.bytes, field, row))
                .as("%s taken for %s", found.column.column, field)
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<Found> rows(Sealed column) throws SQLException {
        var found = new ArrayList<Found>();
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "owner", "owner");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(column.query())) {
            while (rows.next()) {
                found.add(new Found(
                        column,
                        rows.getObject("row_id", UUID.class),
                        rows.getObject("subject_id", UUID.class),
                        rows.getBytes("sealed")));
            }
        }
        return found;
    }
}
