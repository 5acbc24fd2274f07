package uk.helpathand.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileAnchorsTest {

    @TempDir
    Path folder;

    private Path file;
    private FileAnchors anchors;

    @BeforeEach
    void begin() {
        file = folder.resolve("anchors");
        anchors = new FileAnchors(file);
    }

    @Test
    void what_was_put_is_there_in_order_and_the_last_is_the_latest() throws IOException {
        assertThat(anchors.latest()).isEmpty();
        assertThat(anchors.put("1", "one")).isTrue();
        assertThat(anchors.put("2", "two words")).isTrue();

        assertThat(anchors.latest()).contains(new AnchorStore.Kept("2", "two words"));
        assertThat(all()).containsExactly("1=one", "2=two words");
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        anchors.put("2", "two");

        assertThat(anchors.put("2", "other")).isFalse();
        assertThat(anchors.put("1", "late")).isFalse();
        assertThat(all()).containsExactly("2=two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3 thr", "3 three", "\0\0\0\0"})
    void what_a_crash_cut_short_is_none_and_the_next_is_whole(String torn) throws IOException {
        anchors.put("1", "one");
        anchors.put("2", "two");
        Files.writeString(file, torn, StandardOpenOption.APPEND);

        assertThat(anchors.latest()).contains(new AnchorStore.Kept("2", "two"));
        assertThat(all()).containsExactly("1=one", "2=two");
        assertThat(anchors.put("3", "three")).isTrue();
        assertThat(all()).containsExactly("1=one", "2=two", "3=three");
        assertThat(Files.readString(file)).contains(torn + "~\n");
    }

    @Test
    void a_first_line_that_was_cut_short_is_none() throws IOException {
        Files.writeString(file, "1 o");

        assertThat(anchors.latest()).isEmpty();
        assertThat(anchors.put("1", "one")).isTrue();
        assertThat(all()).containsExactly("1=one");
    }

    @Test
    void the_latest_is_found_behind_many_lines_and_behind_much_that_crashes_left() throws IOException {
        for (int i = 100; i < 300; i++) {
            anchors.put(Integer.toString(i), "x".repeat(60));
        }
        assertThat(anchors.latest().orElseThrow().name()).isEqualTo("299");

        Files.writeString(file, "y".repeat(10_000) + "~\n", StandardOpenOption.APPEND);
        assertThat(anchors.latest().orElseThrow().name()).isEqualTo("299");
    }

    @Test
    void what_is_no_anchor_is_told_and_not_hidden() throws IOException {
        anchors.put("1", "one");
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);

        assertThat(all()).containsExactly("1=one", "=nonsense");
    }

    @Test
    void without_its_folder_it_fails_and_makes_none() {
        var lost = new FileAnchors(folder.resolve("not-mounted/anchors"));

        assertThatThrownBy(() -> lost.put("1", "one")).isInstanceOf(IOException.class);
        assertThat(folder.resolve("not-mounted")).doesNotExist();
    }

    @Test
    void of_many_who_put_the_same_name_one_does() throws Exception {
        var put = new AtomicInteger();
        List<Thread> replicas = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String content = "replica " + i;
            var replica = new Thread(() -> {
                try {
                    put.addAndGet(new FileAnchors(file).put("1", content) ? 1 : 0);
                } catch (IOException e) {
                    put.addAndGet(100);
                }
            });
            replicas.add(replica);
            replica.start();
        }
        for (Thread replica : replicas) {
            replica.join();
        }

        assertThat(put).hasValue(1);
        assertThat(all()).hasSize(1);
    }

    private List<String> all() throws IOException {
        List<String> lines = new ArrayList<>();
        anchors.list(kept -> lines.add(kept.name() + "=" + kept.content()));
        return lines;
    }
}
