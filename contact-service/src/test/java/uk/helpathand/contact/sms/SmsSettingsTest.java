package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SmsSettingsTest {

    private final ProviderSettings settings = new ProviderSettings("sample");

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> settings.needed(Optional.empty(), "api-key"))
                .hasMessage("helpathand.sms.sample.api-key is missing, and this provider has a number");
        assertThatThrownBy(() -> settings.needed(Optional.of(" "), "api-key")).hasMessageContaining("is missing");
        assertThatThrownBy(() -> settings.tokens(Optional.empty(), "tokens")).hasMessageContaining("is missing");
        assertThatThrownBy(() -> settings.tokens(Optional.of(List.of(" ")), "tokens"))
                .hasMessageContaining("is missing");
    }

    @Test
    void what_cannot_be_right_is_named_and_not_repeated() {
        for (String wrong : List.of("07700900123", "447700900123", "+44 7700 900123", "+0", "anonymous")) {
            assertThatThrownBy(() -> settings.number(Optional.of(wrong)))
                    .hasMessageStartingWith("helpathand.sms.sample.number must be E.164")
                    .hasMessageNotContaining(wrong);
        }
        assertThatThrownBy(() -> settings.tokens(Optional.of(List.of("one", "two", "three")), "tokens"))
                .hasMessage("helpathand.sms.sample.tokens has more than two");
    }

    @Test
    void spaces_around_a_token_are_none_of_it() {
        assertThat(settings.tokens(Optional.of(List.of(" new", "old ")), "tokens"))
                .containsExactly("new", "old");
        assertThat(settings.number(Optional.of("+447700900801"))).isEqualTo("+447700900801");
    }
}
