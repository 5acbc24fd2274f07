package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md tells strangers what proves what: every test that it names is there, and every row says something. */
class SecurityDocTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("maven.multiModuleProjectDirectory"));
    private static final Path DOC = REPOSITORY.resolve("docs/security.md");

    /** The rows of ASVS 5.0 that this project has adopted. */
    private static final List<String> ADOPTED = List.of(
            "V1.1.1",
            "V1.2.1",
            "V1.2.4",
            "V1.2.10",
            "V1.3.6",
            "V1.3.12",
            "V1.5.3",
            "V2.2.1/2",
            "V2.3.1",
            "V2.3.3",
            "V2.4.1",
            "V3.3.1/3/4",
            "V3.4.1-6,8",
            "V3.5.1/3",
            "V3.7.2",
            "V4.1.1",
            "V4.1.2",
            "V4.1.3",
            "V4.1.4",
            "V4.2.1",
            "V5.2.1/2, V5.4.3",
            "V6.3.3",
            "V6.8.2/4",
            "V7.3.1/2, V7.4.1/2",
            "V8.2.1/2/3",
            "V8.3.2",
            "V8.3.3",
            "V9.1.1-3, V9.2.1-3",
            "V10.3.1-4",
            "V11.1.1/2, V11.2.2",
            "V11.3.2/3/4",
            "V11.5.1",
            "V12.1.1, V12.3.1/3",
            "V13.2.1-5",
            "V13.3.1",
            "V13.4.2/4/5/6",
            "V14.1.1/2, V14.2.1/2/4/6/7",
            "V15.1.2, V15.2.4",
            "V15.3.1/3/7",
            "V15.4.2",
            "V16.2.1/2/5, V16.3.2, V16.4.1-3, V16.5.1-4");

    private static final Pattern ROW =
            Pattern.compile("^\\| (V[^|]+) \\| [1-3](?:-[1-3])? \\| [^|]{10,} \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([a-z.]+\\.[A-Z]\\w*)#(\\w+)`");
    private static final Pattern NOT_YET = Pattern.compile("\\*\\*Not yet:\\*\\* .{20,}", Pattern.DOTALL);

    @Test
    void every_adopted_row_is_there_in_order_and_says_what_proves_it_or_why_nothing_does() throws IOException {
        var rows = ROW.matcher(Files.readString(DOC)).results().toList();

        assertThat(rows).extracting(row -> row.group(1)).containsExactlyElementsOf(ADOPTED);
        assertThat(rows).allSatisfy(row -> assertThat(TEST.matcher(row.group(2)).find()
                        || NOT_YET.matcher(row.group(2)).find())
                .as(row.group(1))
                .isTrue());
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        var named = TEST.matcher(Files.readString(DOC)).results().toList();

        assertThat(named).hasSizeGreaterThan(ADOPTED.size());
        assertThat(named)
                .filteredOn(test -> !exists(test.group(1), test.group(2)))
                .extracting(test -> test.group())
                .isEmpty();
    }

    @Test
    void a_test_that_is_not_there_is_noticed() {
        assertThat(exists("platform.web.SecurityDocTest", "every_test_that_is_named_exists"))
                .isTrue();
        assertThat(exists("platform.web.SecurityDocTest", "every_test")).isFalse();
        assertThat(exists("platform.web.SecurityDocTest", "exists")).isFalse();
        assertThat(exists("platform.web.NobodysTest", "every_test_that_is_named_exists"))
                .isFalse();
    }

    /** A method that JUnit runs, in a test source of any module. */
    private static boolean exists(String type, String method) {
        Pattern declared = Pattern.compile(
                "@(?:Test|ParameterizedTest|Property|RepeatedTest)\\b(?:(?!\\bvoid\\b).)*\\bvoid " + method + "\\(",
                Pattern.DOTALL);
        return sources(type).stream()
                .anyMatch(source -> declared.matcher(read(source)).find());
    }

    private static List<Path> sources(String type) {
        String below = "src/test/java/uk/helpathand/" + type.replace('.', '/') + ".java";
        var found = new ArrayList<Path>();
        for (Path parent : List.of(REPOSITORY, REPOSITORY.resolve("deploy"))) {
            try (Stream<Path> modules = Files.list(parent)) {
                modules.map(module -> module.resolve(below))
                        .filter(Files::exists)
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
