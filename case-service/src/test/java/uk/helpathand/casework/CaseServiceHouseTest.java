package uk.helpathand.casework;

import org.junit.jupiter.api.Test;
import uk.helpathand.platform.fixture.HouseRules;

class CaseServiceHouseTest {

    @Test
    void the_service_keeps_the_house_rules() {
        HouseRules.of("uk.helpathand.casework")
                .arrow("access", "child")
                .arrow("intake", "alert", "casefile", "child", "conversation", "task")
                .arrow("child", "casefile")
                .arrow("casefile", "codes", "conversation", "task")
                .arrow("task", "conversation")
                .arrow("wayback", "codes", "conversation", "intake")
                .arrow("alert", "conversation")
                .check();
    }
}
