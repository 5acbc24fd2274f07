package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    private static final String FROM_ARCHIVE = Program.class.getName() + " source: shared objects file";

    @TempDir
    Path repository;

    private StackConfig config;
    private ClassArchive archive;

    /** A service that has one class. */
    public static final class Program {

        public static void main(String... arguments) {
            System.out.println("served");
        }
    }

    @BeforeEach
    void build() throws IOException {
        config = StackConfig.standard(repository, line -> {});
        config.createFolders();
        var jar = config.quarkusJar(Part.CASE_SERVICE);
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var program = Program.class.getResourceAsStream("ClassArchiveTest$Program.class")) {
            out.putNextEntry(new JarEntry(Program.class.getName().replace('.', '/') + ".class"));
            program.transferTo(out);
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        archive = new ClassArchive(config, Part.CASE_SERVICE, "case-service");
    }

    @Test
    void a_start_learns_and_the_next_one_takes_its_classes_from_the_archive() throws IOException {
        assertThat(serve()).contains("served").doesNotContain(FROM_ARCHIVE);
        archive.make();

        assertThat(serve()).contains("served").contains(FROM_ARCHIVE);
        assertThat(onlyFile()).as("what it was made of is gone").hasExtension("jsa");
    }

    @Test
    void a_list_that_is_still_being_written_is_read_to_its_last_whole_line() throws IOException {
        serve();
        var list = config.archives().resolve("case-service.classes");
        Files.writeString(list, Files.readString(list) + "@lambda-pro");
        archive.make();

        assertThat(serve()).contains(FROM_ARCHIVE);
    }

    @Test
    void after_a_build_it_learns_anew() throws IOException {
        serve();
        archive.make();
        Files.setLastModifiedTime(
                config.quarkusJar(Part.CASE_SERVICE),
                FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(archive.options()).singleElement().asString().contains("DumpLoadedClassList");
    }

    @Test
    void what_is_no_archive_keeps_nothing_from_starting() throws IOException {
        serve();
        archive.make();
        var file = onlyFile();
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.writeString(file, "no archive");

        assertThat(archive.options()).singleElement().asString().contains("SharedArchiveFile");
        assertThat(serve()).contains("served").doesNotContain(FROM_ARCHIVE);
    }

    @Test
    void after_a_start_that_failed_it_is_no_longer_used() throws IOException {
        serve();
        archive.make();
        archive.discard();

        assertThat(archive.options()).singleElement().asString().contains("DumpLoadedClassList");
        assertThat(serve()).contains("served");
    }

    @Test
    void what_cannot_be_made_is_told_and_leaves_no_half_archive_behind() throws IOException {
        serve();
        Files.writeString(config.archives().resolve("case-service.classes"), "@nonsense\n");

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(archive::make)
                .withMessageContaining("case-service-archive");
        assertThat(archive.options()).singleElement().asString().contains("DumpLoadedClassList");
    }

    /** A disk that is full must not end what is running. */
    @Test
    void what_cannot_be_written_is_told_as_trouble_and_as_nothing_worse() throws IOException {
        serve();
        Files.createDirectory(config.archives().resolve("case-service.classes.whole"));

        assertThatExceptionOfType(Trouble.class).isThrownBy(archive::make).withMessageContaining("cannot be written");
    }

    @Test
    void a_stack_of_a_test_writes_nothing_down() {
        var test = new ClassArchive(
                StackConfig.forTest(repository, repository.resolve("test")), Part.CASE_SERVICE, "case-service");

        assertThat(test.options()).isEmpty();
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(config.archives())) {
            return files.reduce((one, other) -> {
                        throw new AssertionError("more than " + one);
                    })
                    .orElseThrow();
        }
    }

    /** Starts it as the stack does, and returns what it says and where its classes come from. */
    private String serve() throws IOException {
        var command = new ArrayList<>(List.of(ChildProcess.java(), "-XX:+UseSerialGC", "-Xlog:class+load"));
        command.addAll(archive.options());
        command.addAll(List.of("-jar", config.quarkusJar(Part.CASE_SERVICE).toString()));
        var log = config.logs().resolve("served.log");
        Files.deleteIfExists(log);
        new ChildProcess(config, "served").run(command, Map.of());
        return Files.readString(log);
    }
}
