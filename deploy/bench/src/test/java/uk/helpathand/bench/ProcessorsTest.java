package uk.helpathand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorsTest {

    /** The loaded copies of contact-service are stopped long before the table is made. */
    @Test
    void what_a_copy_has_held_at_most_is_known_when_it_is_gone(@TempDir Path stack) throws Exception {
        var processors = new Processors(stack);
        Process copy = new ProcessBuilder(
                        "bash", "-c", "echo up; read", stack.toString(), "contact-service/target/quarkus-app")
                .start();
        assertThat(copy.inputReader().readLine()).isEqualTo("up");

        processors.remember();
        copy.destroy();
        copy.waitFor();

        assertThat(processors.peakResident(Processors.CONTACT)).isPositive();
        assertThat(processors.peakResident(Processors.CASE)).isZero();
    }
}
