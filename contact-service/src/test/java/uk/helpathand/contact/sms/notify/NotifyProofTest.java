package uk.helpathand.contact.sms.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How Notify proves itself to us, and we to it. */
class NotifyProofTest {

    private static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    private static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    @Test
    void the_token_is_the_one_that_openssl_makes_of_the_same_key_and_second() {
        NotifyKey key = NotifyKey.parse("a-key-name-with-hyphens-" + SERVICE + "-" + SECRET)
                .orElseThrow();
        assertThat(key.token(Instant.parse("2026-11-28T12:00:00.999Z")))
                .isEqualTo(
                        "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiIyNjc4NWEwOS1hYjE2LTRlYjAtODQwNy1hMzc0OTdhNTc1MDYiLCJpYXQiOjE3OTU4NjcyMDB9.-szePmtaAo34nTQ5zrM3xthUnZNNSAWcv2qEMCIKIWk");
    }

    @Test
    void what_is_no_key_is_not_taken_for_one() {
        for (String wrong : List.of(
                "",
                "-",
                SECRET,
                SERVICE + "_" + SECRET,
                SERVICE + "-" + SECRET + "x",
                SERVICE + "-no-uuid-of-that-kind-but-as-long-as-one")) {
            assertThat(NotifyKey.parse(wrong)).as(wrong).isEmpty();
        }
        assertThat(NotifyKey.parse(SERVICE + "-" + SECRET)).as("without a name").isPresent();
    }

    @Test
    void either_token_proves_while_they_are_changed() {
        var tokens = new NotifyTokens(List.of("new-token-0", "old-token-0"));
        assertThat(tokens.prove("Bearer new-token-0")).isTrue();
        assertThat(tokens.prove("bearer old-token-0")).isTrue();
        for (String wrong : List.of(
                "",
                "Bearer",
                "Bearer ",
                "Bearer new-token-",
                "Bearer new-token-00",
                "Bearer NEW-TOKEN-0",
                "Basic new-token-0",
                "new-token-0",
                "Bearer new-token-0,old-token-0")) {
            assertThat(tokens.prove(wrong)).as(wrong).isFalse();
        }
    }
}
