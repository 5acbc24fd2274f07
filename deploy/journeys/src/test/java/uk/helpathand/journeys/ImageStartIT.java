package uk.helpathand.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Dockerfile does with a packaged service, done here: there need not be a Docker to know that it works. */
class ImageStartIT {

    private static final Path DOCKERFILE = Path.of("../docker/Dockerfile");

    @TempDir
    Path image;

    @ParameterizedTest
    @ValueSource(strings = {"contact-service", "case-service"})
    void itStartsFromTheArchiveOfItsClasses(String service) throws Exception {
        copy(Path.of("../..", service, "target/quarkus-app"));
        String dockerfile = Files.readString(DOCKERFILE);
        String stage = dockerfile.substring(dockerfile.indexOf("FROM service AS " + service));

        assertThat(run(List.of("sh", "-c", find("(?m)^RUN (.*)$", stage)))).isEmpty();
        var entry = new ArrayList<>(Pattern.compile("\"([^\"]+)\"")
                .matcher(find("ENTRYPOINT \\[(.*)]", dockerfile))
                .results()
                .map(word -> word.group(1))
                .toList());
        // Does not start at all when the archive cannot be used; as production, it then refuses for want of settings.
        entry.add(1, "-Xshare:on");

        assertThat(run(entry)).contains("Not fit for production");
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(image.toFile()).redirectErrorStream(true);
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        process.environment().clear();
        process.environment().putAll(Map.of("PATH", java + ":/usr/bin:/bin"));
        var started = process.start();
        String said = new String(started.getInputStream().readAllBytes(), UTF_8);
        started.waitFor();
        return said;
    }

    /** With the times of the files, as Docker copies: the archive knows the jars by them. */
    private void copy(Path packaged) throws IOException {
        try (var files = Files.walk(packaged)) {
            for (var file : files.toList()) {
                var copy = image.resolve(packaged.relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
