package uk.helpathand.contact;

import org.junit.jupiter.api.Test;
import uk.helpathand.platform.fixture.HouseRules;

class ContactServiceHouseTest {

    @Test
    void the_service_keeps_the_house_rules() {
        HouseRules.of("uk.helpathand.contact")
                .arrow("page", "conversation", "enquiry", "guide", "looked", "referral", "safety")
                .arrow("referral", "enquiry", "safety")
                .arrow("handover", "conversation", "enquiry", "safety", "sms")
                .arrow("sms", "conversation", "enquiry", "safety")
                .arrow("enquiry", "conversation", "safety")
                .arrow("conversation", "safety")
                .arrow("retention", "conversation")
                // Parts of page resources: what a page is sent with.
                .mayKnowHttp("Cookies", "Html", "WriteAgain")
                // A part of the webhooks' resources; and what sorts the statuses that providers answer with.
                .mayKnowHttp("WebhookDoor", "ProviderCalls")
                // The lists of every word on the pages.
                .mayBeLong("AdultWords", "Words")
                .check();
    }
}
