package uk.helpathand.casework;

import org.junit.jupiter.api.Test;
import uk.helpathand.platform.fixture.HouseRules;

class CaseServiceHouseTest {

    @Test
    void the_service_keeps_the_house_rules() {
        HouseRules.of("uk.helpathand.casework")
                .arrow("intake", "access", "alert", "casefile", "child", "conversation", "task")
                .arrow("access", "staff")
                .arrow("child", "access", "casefile")
                .arrow("casefile", "access", "codes", "conversation", "staff", "task")
                .arrow("task", "access", "conversation")
                .arrow("wayback", "access", "codes", "conversation", "intake", "task")
                .arrow("retention", "access", "conversation", "intake", "wayback")
                .arrow("alert", "access", "conversation")
                .arrow("consent", "access", "casefile", "child")
                .arrow("conversation", "access")
                .arrow("subjectaccess", "access", "child", "conversation")
                // A part of its resource: the same answer as a page.
                .mayKnowHttp("PackagePageWriter")
                .check();
    }
}
