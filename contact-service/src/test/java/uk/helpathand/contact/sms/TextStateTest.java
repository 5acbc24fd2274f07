package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextStateTest {

    @Test
    void news_that_comes_backwards_changes_nothing() {
        assertThat(TextState.ACCEPTED.supersedes(null)).isTrue();
        assertThat(TextState.DELIVERED.supersedes(TextState.SENT)).isTrue();
        assertThat(TextState.SENT.supersedes(TextState.DELIVERED)).isFalse();
        assertThat(TextState.SENT.supersedes(TextState.SENT)).isFalse();
        assertThat(TextState.FAILED_FOR_NOW.supersedes(TextState.SENT)).isTrue();
        assertThat(TextState.DELIVERED.supersedes(TextState.FAILED_FOR_NOW)).isTrue();
    }

    @Test
    void of_two_ends_the_first_stands() {
        assertThat(TextState.FAILED.supersedes(TextState.DELIVERED)).isFalse();
        assertThat(TextState.DELIVERED.supersedes(TextState.FAILED)).isFalse();
    }
}
