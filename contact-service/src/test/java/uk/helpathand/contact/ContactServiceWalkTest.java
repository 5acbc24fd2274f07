package uk.helpathand.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.fixture.ContractDrift;
import uk.helpathand.platform.fixture.ContractLint;
import uk.helpathand.platform.fixture.EdgeWalk;
import uk.helpathand.platform.fixture.EndpointWalk;
import uk.helpathand.platform.fixture.TokenWalk;

/** What holds for every address of the service at once. */
@QuarkusTest
class ContactServiceWalkTest {

    @TestHTTPResource
    URI service;

    @Test
    void every_address_is_open_to_the_roles_of_the_table_and_to_nobody_else() {
        EndpointWalk.walk(service, "authorisation.csv", "uk.helpathand.contact");
    }

    @Test
    void every_bad_token_is_refused() {
        TokenWalk.walk(service, "GET", "/v1/outbox/parked", "lead", "adviser");
    }

    @Test
    void no_operation_opens_to_a_bad_token_and_every_denial_leaves_its_trace() {
        TokenWalk.everywhere(service, "lead");
    }

    @Test
    void no_operation_opens_to_staff_who_proved_themselves_once() {
        TokenWalk.withOneFactor(service);
    }

    @Test
    void every_address_holds_at_its_edges() {
        EdgeWalk.walk(service, "authorisation.csv");
    }

    @Test
    void the_contract_is_the_one_in_the_repository() {
        ContractDrift.check(service, "contact-service");
    }

    @Test
    void the_contract_is_fit_to_build_on() {
        ContractLint.check(service);
        assertThat(ContractLint.undescribed(service))
                .as("what they are does not stand there")
                .isEmpty();
    }
}
