package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DemoTest {

    private static final Set<String> FIELDS =
            Set.of("happening", "wanted", "safe", "reply", "number", "numberIs", "email", "safeTimes", "safeNote");

    @Test
    void there_are_thirty_and_they_use_only_fields_of_the_form() {
        assertThat(Demo.enquiries()).hasSize(30).allSatisfy(enquiry -> {
            assertThat(FIELDS).containsAll(enquiry::fieldNames);
            assertThat(enquiry.get("happening").asText()).isNotBlank();
        });
    }

    @Test
    void numbers_and_addresses_can_belong_to_nobody() {
        assertThat(Demo.enquiries()).allSatisfy(enquiry -> {
            assertThat(enquiry.path("number").asText("07700 900000")).matches("07700 900[0-9]{3}");
            assertThat(enquiry.path("email").asText("x@example.test")).endsWith("@example.test");
        });
    }

    @Test
    void urgency_scripts_and_ways_to_reply_vary() {
        assertThat(values("safe")).contains("yes", "no", "not-sure");
        assertThat(values("reply")).contains("code", "text", "call", "email");
        assertThat(Demo.enquiries().toString()).containsPattern("\\p{IsArabic}").contains("😢");
    }

    @Test
    void adults_tell_of_one_and_of_several_children_and_say_what_each_wants() {
        assertThat(Demo.referrals()).hasSize(5).allSatisfy(referral -> {
            assertThat(referral.at("/you/type").asText()).isNotBlank();
            assertThat(referral.at("/happening/happening").asText()).isNotBlank();
            assertThat(referral.has("children/2/name"))
                    .isEqualTo(referral.at("/children/another").asText().equals("yes"));
            referral.properties().stream()
                    .filter(page -> page.getKey().endsWith("/wish"))
                    .forEach(page -> assertThat(page.getValue().has("words"))
                            .isNotEqualTo(page.getValue().has("notKnown")));
        });
        assertThat(Demo.referrals().findValuesAsText("number")).allMatch(number -> number.matches("07700 900[0-9]{3}"));
        assertThat(Demo.referrals().findValuesAsText("email")).allMatch(email -> email.endsWith("@example.test"));
    }

    private static Set<String> values(String field) {
        return StreamSupport.stream(Demo.enquiries().spliterator(), false)
                .map(enquiry -> enquiry.get(field).asText())
                .collect(java.util.stream.Collectors.toSet());
    }
}
