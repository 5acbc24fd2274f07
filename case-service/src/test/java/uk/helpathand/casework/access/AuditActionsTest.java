package uk.helpathand.casework.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.LookCode;

/** The names of actions are frozen: those in the code are those of docs/audit.md, each with its sentence for a child. */
class AuditActionsTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern WRITES =
            Pattern.compile("\\b(audit\\.(done|doneBySystem|searched)|circles\\.(circle|conflicts))\\(");
    private static final Pattern NAME = Pattern.compile("\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+\\.[a-z-]+)` \\| [^|]+ \\| ([^|]*?) ?\\|$");
    /** {@code | `code` | `one.action`, `another.action` |}. */
    private static final Pattern CODE =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ((?:`[a-z]+\\.[a-z-]+`(?:, )?)+) \\|$");

    private static final Pattern NAME_IN_PAGE = Pattern.compile("`([a-z]+\\.[a-z-]+)`");
    private static final Set<String> ABOUT_A_CHILD = Set.of("enquiry", "conversation", "case", "child", "record");

    @Test
    void the_page_lists_every_action_of_the_code_and_no_other() throws IOException {
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(inCode());
    }

    @Test
    void every_action_on_a_child_has_the_words_of_the_page() throws IOException {
        rows().forEach((action, words) -> {
            assertThat(PlainWords.PHRASES.getOrDefault(action, "")).as(action).isEqualTo(words);
            assertThat(!words.isEmpty()).as(action).isEqualTo(ABOUT_A_CHILD.contains(action.split("\\.")[0]));
        });
    }

    /** A new action is told to a child in words, or it is said that it is not for one. */
    @Test
    void every_action_has_a_code_for_the_childs_page_or_is_not_for_a_child() throws IOException {
        rows().forEach((action, words) -> {
            assertThat(LookCodes.CODES.containsKey(action)).as(action).isEqualTo(!words.isEmpty());
            assertThat(LookCodes.NOT_FOR_A_CHILD.contains(action)).as(action).isEqualTo(words.isEmpty());
        });
        assertThat(LookCodes.CODES.keySet()).isSubsetOf(rows().keySet());
        assertThat(LookCodes.NOT_FOR_A_CHILD).isSubsetOf(rows().keySet());
    }

    @Test
    void the_page_says_what_each_code_stands_for() throws IOException {
        var codes = new TreeMap<String, Set<String>>();
        CODE.matcher(Files.readString(REPOSITORY.resolve("docs/audit.md")))
                .results()
                .forEach(row -> codes.put(
                        row.group(1),
                        NAME_IN_PAGE
                                .matcher(row.group(2))
                                .results()
                                .map(name -> name.group(1))
                                .collect(Collectors.toSet())));

        var inCode = new TreeMap<String, Set<String>>();
        LookCodes.CODES.forEach((action, code) ->
                inCode.computeIfAbsent(code.wire(), name -> new TreeSet<>()).add(action));
        assertThat(codes).isEqualTo(inCode);
        assertThat(codes.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(LookCode.values()).map(LookCode::wire).toList());
    }

    private static Set<String> inCode() throws IOException {
        var names = new TreeSet<String>();
        for (String module : new String[] {"platform", "contact-service", "case-service"}) {
            try (Stream<Path> sources = Files.walk(REPOSITORY.resolve(module).resolve("src/main/java"))) {
                for (Path source : (Iterable<Path>) sources.filter(Files::isRegularFile)::iterator) {
                    String text = Files.readString(source);
                    if (WRITES.matcher(text).find()) {
                        NAME.matcher(text).results().forEach(name -> names.add(name.group(1)));
                    }
                }
            }
        }
        return names;
    }

    private static Map<String, String> rows() throws IOException {
        var rows = new TreeMap<String, String>();
        ROW.matcher(Files.readString(REPOSITORY.resolve("docs/audit.md")))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }
}
