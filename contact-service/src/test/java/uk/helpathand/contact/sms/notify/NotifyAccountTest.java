package uk.helpathand.contact.sms.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.problem.ProblemException;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.sms.SmsConfig;

/** A provider is on with all its settings, off without a number, and nothing in between. */
class NotifyAccountTest {

    private static final String KEY = "name-" + FakeSmsProviders.NOTIFY_SERVICE + "-" + FakeSmsProviders.NOTIFY_SECRET;

    @Test
    void without_a_number_its_webhooks_are_not_there() {
        SmsConfig.Notify off = config(null, KEY, "template");
        assertThat(NotifyAccount.of(off)).isEmpty();
        var webhooks = new NotifyWebhooksResource(NotifyAccount.of(off), null, null);
        assertThatThrownBy(() -> webhooks.receipt(null, new byte[0]))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void with_a_number_and_without_the_rest_nothing_starts() {
        assertThat(NotifyAccount.of(config("+447700900801", KEY, "template"))).isPresent();
        assertThatThrownBy(() -> NotifyAccount.of(config("+447700900801", KEY, null)))
                .hasMessageStartingWith("helpathand.sms.notify.template-id is missing");
        assertThatThrownBy(() -> NotifyAccount.of(config("+447700900801", "name-no-key", "template")))
                .hasMessageStartingWith("helpathand.sms.notify.api-key must end")
                .hasMessageNotContaining("no-key");
        assertThatThrownBy(() -> NotifyAccount.of(config("07700900801", KEY, "template")))
                .hasMessageStartingWith("helpathand.sms.notify.number must be");
    }

    private static SmsConfig.Notify config(String number, String key, String template) {
        return new SmsConfig.Notify() {
            @Override
            public Optional<String> number() {
                return Optional.ofNullable(number);
            }

            @Override
            public Optional<String> url() {
                return Optional.of("https://api.example.test");
            }

            @Override
            public Optional<String> apiKey() {
                return Optional.of(key);
            }

            @Override
            public Optional<String> templateId() {
                return Optional.ofNullable(template);
            }

            @Override
            public Optional<String> senderId() {
                return Optional.empty();
            }

            @Override
            public Optional<List<String>> tokens() {
                return Optional.of(List.of("not-a-secret"));
            }
        };
    }
}
