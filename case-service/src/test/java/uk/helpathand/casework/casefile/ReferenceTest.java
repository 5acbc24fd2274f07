package uk.helpathand.casework.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void it_has_no_vowels_and_nothing_that_looks_alike() {
        for (int i = 0; i < 1000; i++) {
            assertThat(Reference.unused("C-", taken -> false)).matches("C-[2-9BCDFGHJKMNPQRSTVWXZ]{6}");
        }
    }

    @Test
    void one_that_is_taken_is_not_given_again() {
        var tried = new ArrayList<String>();

        String reference = Reference.unused("C-", candidate -> {
            tried.add(candidate);
            return tried.size() < 4;
        });

        assertThat(tried).hasSize(4).last().isEqualTo(reference);
        assertThat(new HashSet<>(tried)).hasSize(4);
    }
}
