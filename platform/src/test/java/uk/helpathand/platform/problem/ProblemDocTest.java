package uk.helpathand.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.problem.ProblemType;

/** docs/problems.md is what callers read; the enum is what they get. */
class ProblemDocTest {

    private static final Path DOC =
            Path.of(System.getProperty("maven.multiModuleProjectDirectory"), "docs", "problems.md");
    private static final Pattern ROW = Pattern.compile(
            "^\\| `([a-z-]+)` \\| (\\d{3}) \\| ([^|]+) \\| [^|]{10,} \\| [^|]{10,} \\|$", Pattern.MULTILINE);

    @Test
    void every_problem_type_is_explained_with_its_status_and_title_in_order() throws IOException {
        List<String> explained = ROW.matcher(Files.readString(DOC))
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();
        List<String> types = Arrays.stream(ProblemType.values())
                .map(type -> type.code() + " " + type.status() + " " + type.title())
                .toList();

        assertThat(explained).isEqualTo(types);
    }

    @Test
    void a_code_we_do_not_know_is_an_internal_problem() {
        for (ProblemType type : ProblemType.values()) {
            assertThat(ProblemType.parse(type.code())).isEqualTo(type);
        }
        assertThat(ProblemType.parse("made-next-year")).isEqualTo(ProblemType.INTERNAL);
    }
}
