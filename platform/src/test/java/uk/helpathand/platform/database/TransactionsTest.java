package uk.helpathand.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.arjuna.ats.arjuna.coordinator.TxControl;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/**
 * A transaction that takes too long is ended by the database, which ends its session too. Ended from another thread of ours, the
 * next statement of the thread at work may go out without a transaction, and stay: at a hand-over that was the receipt without its
 * message (found by {@code deploy/faults/run}, seed 2026, a line to PostgreSQL that swallows).
 */
@QuarkusTest
class TransactionsTest {

    @Inject
    EntityManager entityManager;

    @Test
    void none_is_ended_from_beside() {
        assertThat(TxControl.getDefaultTimeout()).isZero();
    }

    @Test
    void the_database_ends_one_that_takes_too_long() {
        assertThat(QuarkusTransaction.requiringNew().call(() -> entityManager
                        .createNativeQuery("SHOW transaction_timeout", String.class)
                        .getSingleResult()))
                .isEqualTo("30s");
    }
}
