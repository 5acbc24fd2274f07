package uk.helpathand.casework.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.fixture.RealmPeople;

@QuarkusTest
class StaffTest extends ServiceTest {

    @Inject
    StaffDirectory directory;

    @Test
    void everybody_with_a_role_is_there_by_name_and_nobody_else() {
        RealmPeople.employs("zoe", "lead", "adviser");
        RealmPeople.employs("ben", "adviser");
        RealmPeople.employs("nobody");
        RealmPeople.disables("ben");

        var staff = ADA.sees("/v1/staff");

        assertThat(staff.<List<String>>path("items.id")).containsExactly("ada", "ben", "zoe");
        assertThat(staff.<List<String>>path("items.name")).containsExactly("Ada", "Ben", "Zoe");
        assertThat(staff.<List<List<String>>>path("items.roles"))
                .containsExactly(List.of("adviser"), List.of("adviser"), List.of("adviser", "lead"));
        assertThat(staff.<List<Boolean>>path("items.enabled")).containsExactly(true, false, true);
    }

    @Test
    void an_administrator_sees_it_and_it_is_on_record() {
        new Staff("adm", "administrator").sees("/v1/staff");

        assertThat(ask("SELECT concat_ws(' ', actor, action, outcome) FROM audit"))
                .isEqualTo("adm staff.list done");
    }

    /** More than one page of the directory's. */
    @Test
    void a_large_team_is_read_to_its_end() {
        IntStream.range(0, 1_001).forEach(i -> RealmPeople.employs("person-" + i, "adviser"));

        Wait.until("all of them", () -> directory.all().size() == 1_001);
    }
}
