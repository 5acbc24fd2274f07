package uk.helpathand.contact.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.problem.ProblemException;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.contact.sms.SmsConfig;

/** A provider is on with all its settings, off without a number, and nothing in between. */
class TwilioAccountTest {

    private static final String SID = "AC00000000000000000000000000000001";

    @Test
    void without_a_number_its_webhooks_are_not_there() {
        SmsConfig.Twilio off = config(null, SID, "https://help.example.test");
        assertThat(TwilioAccount.of(off)).isEmpty();
        var webhooks = new TwilioWebhooksResource(TwilioAccount.of(off), null, null);
        assertThatThrownBy(() -> webhooks.received(null, new byte[0]))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void with_a_number_and_without_the_rest_nothing_starts() {
        assertThat(TwilioAccount.of(config("+447700900802", SID, "https://help.example.test/texts/")))
                .get()
                .extracting(account -> account.statusUrl)
                .isEqualTo("https://help.example.test/texts/webhooks/sms/twilio/status");
        assertThatThrownBy(() -> TwilioAccount.of(config("+447700900802", null, "https://help.example.test")))
                .hasMessageStartingWith("helpathand.sms.twilio.account-sid is missing");
        assertThatThrownBy(() -> TwilioAccount.of(config("+447700900802", "AC/../1", "https://help.example.test")))
                .hasMessageStartingWith("helpathand.sms.twilio.account-sid must be");
        for (String wrong :
                List.of("help.example.test", "https://help.example.test/?a=b", "https://help.example.test#rc=3")) {
            assertThatThrownBy(() -> TwilioAccount.of(config("+447700900802", SID, wrong)))
                    .as(wrong)
                    .hasMessageStartingWith("helpathand.sms.twilio.public-url must be");
        }
    }

    private static SmsConfig.Twilio config(String number, String sid, String publicUrl) {
        return new SmsConfig.Twilio() {
            @Override
            public Optional<String> number() {
                return Optional.ofNullable(number);
            }

            @Override
            public Optional<String> url() {
                return Optional.of("https://api.example.test");
            }

            @Override
            public Optional<String> accountSid() {
                return Optional.ofNullable(sid);
            }

            @Override
            public Optional<List<String>> authTokens() {
                return Optional.of(List.of("not-a-secret"));
            }

            @Override
            public Optional<String> publicUrl() {
                return Optional.of(publicUrl);
            }
        };
    }
}
