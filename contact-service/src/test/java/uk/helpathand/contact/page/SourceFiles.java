package uk.helpathand.contact.page;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** Files as they stand in the source tree, for tests of words and templates. */
final class SourceFiles {

    static final Path RESOURCES = Path.of("src/main/resources");
    static final Path PAGE = Path.of("src/main/java/uk/helpathand/contact/page");

    private SourceFiles() {}

    static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    /** All files of a folder with this ending, one after the other. */
    static String read(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
