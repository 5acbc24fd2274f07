package uk.helpathand.casework.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.casework.CodeListView;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;

@QuarkusTest
class CodeListTest extends ServiceTest {

    @Test
    void every_role_of_staff_reads_a_list_with_its_dates() {
        for (String role : List.of("adviser", "lead", "analyst", "auditor", "administrator")) {
            var list = new Staff("sam", role).sees("/v1/code-lists/council").as(CodeListView.class);
            assertThat(list.list()).isEqualTo("council");
            assertThat(list.codes()).hasSizeGreaterThan(153).anySatisfy(code -> {
                assertThat(code.code()).isEqualTo("E10000006");
                assertThat(code.validTo()).isEqualTo("2023-03-31");
                assertThat(code.replacedBy()).containsExactly("E06000063", "E06000064");
            });
        }
    }

    @Test
    void it_carries_the_same_etag_each_time_and_an_unknown_list_is_not_there() {
        assertThat(ADA.tag("/v1/code-lists/theme")).isNotBlank().isEqualTo(ADA.tag("/v1/code-lists/theme"));
        ADA.get("/v1/code-lists/nothing").then().statusCode(404);
    }
}
