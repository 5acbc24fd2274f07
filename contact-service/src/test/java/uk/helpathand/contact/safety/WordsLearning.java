package uk.helpathand.contact.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Learns {@code safety/en.weights} from labelled messages, by logistic regression. Run it by hand after adding messages,
 * with the files as arguments; never with the messages that are held back.
 */
final class WordsLearning {

    private static final Path PHRASES = Path.of("src/main/resources/safety/en.phrases");
    private static final Path WEIGHTS = Path.of("src/main/resources/safety/en.weights");
    private static final int ROUNDS = 400;
    private static final int FOLDS = 10;
    private static final double RATE = 1.5;
    private static final double PULL_TO_ZERO = 0.06;
    private static final double SMALLEST = 0.02;

    /** Of messages that are no danger now, how many may be reported as one. */
    private static final double FALSE_DANGER = Double.parseDouble(System.getProperty("false.danger", "0.05"));

    /** Of messages that need nobody today, how many may be reported as for today. */
    private static final double FALSE_TODAY = Double.parseDouble(System.getProperty("false.today", "0.10"));

    private record Example(int[] features, String urgency) {}

    private record Model(double[] weights, double start) {

        double score(Example example) {
            double sum = 0;
            int known = 0;
            for (int feature : example.features) {
                sum += weights[feature];
                known += weights[feature] == 0 ? 0 : 1;
            }
            return start + (known == 0 ? 0 : sum / Math.sqrt(known));
        }
    }

    private final Map<String, Integer> seenIn = new HashMap<>();
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();

    private WordsLearning() {}

    public static void main(String[] files) throws IOException {
        new WordsLearning().learn(files);
    }

    private void learn(String[] files) throws IOException {
        read(files);
        Learned danger = learned("immediate"::equals, FALSE_DANGER);
        Learned today = learned(urgency -> !"standard".equals(urgency), FALSE_TODAY);
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Weights of English words for danger now and for what must be seen today, learned by WordsLearning.");
        lines.add("=\t" + line(danger.start(), today.start()));
        numbers.forEach((feature, number) -> {
            double one = danger.model.weights[number];
            double other = today.model.weights[number];
            if (Math.abs(one) > SMALLEST || Math.abs(other) > SMALLEST) {
                lines.add(feature + "\t" + line(one, other));
            }
        });
        Files.write(WEIGHTS, lines);
    }

    private record Learned(Model model, double threshold) {

        double start() {
            return model.start - threshold;
        }
    }

    private static String line(double danger, double today) {
        return String.format(Locale.ROOT, "%.2f\t%.2f", danger, today);
    }

    private void read(String[] files) throws IOException {
        PhraseBook book;
        try (InputStream stream = Files.newInputStream(PHRASES)) {
            book = PhraseFile.read("en", stream);
        }
        Map<String, JsonNode> messages = new HashMap<>();
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of(file))) {
                JsonNode message = line.isBlank() ? null : new ObjectMapper().readTree(line);
                if (message != null && "en".equals(message.get("lang").asText())) {
                    messages.put(message.get("text").asText(), message);
                }
            }
        }
        Map<Set<String>, String> all = new HashMap<>();
        messages.forEach((text, message) -> {
            Tokens tokens = book.weighty(book.read(Word.of(text)));
            all.put(
                    LearnedWords.features(tokens, 0, tokens.size()),
                    message.get("urgency").asText());
        });
        all.keySet().forEach(features -> features.forEach(feature -> seenIn.merge(feature, 1, Integer::sum)));
        seenIn.forEach((feature, times) -> {
            if (times > 1) {
                numbers.put(feature, numbers.size());
            }
        });
        all.forEach((features, urgency) -> examples.add(new Example(
                features.stream()
                        .filter(numbers::containsKey)
                        .mapToInt(numbers::get)
                        .toArray(),
                urgency)));
        examples.sort((one, other) -> Integer.compare(Arrays.hashCode(one.features), Arrays.hashCode(other.features)));
    }

    /** The threshold comes from messages that the model in question did not learn from. */
    private Learned learned(Predicate<String> wanted, double falseAlarms) {
        List<Double> wrong = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> others = new ArrayList<>();
            List<Example> left = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                (i % FOLDS == fold ? left : others).add(examples.get(i));
            }
            Model model = model(others, wanted);
            left.stream()
                    .filter(example -> !wanted.test(example.urgency))
                    .forEach(example -> wrong.add(model.score(example)));
            left.stream()
                    .filter(example -> wanted.test(example.urgency))
                    .forEach(example -> right.add(model.score(example)));
        }
        wrong.sort(null);
        double threshold = wrong.get((int) ((1 - falseAlarms) * (wrong.size() - 1)));
        System.out.printf(
                "%d messages; at %.0f %% false alarms %d of %d are seen%n",
                examples.size(),
                falseAlarms * 100,
                right.stream().filter(score -> score > threshold).count(),
                right.size());
        return new Learned(model(examples, wanted), threshold);
    }

    private Model model(List<Example> from, Predicate<String> wanted) {
        double[] weights = new double[numbers.size()];
        double start = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[weights.length];
            double startSlope = 0;
            for (Example example : from) {
                double length = Math.sqrt(Math.max(1, example.features.length));
                double sum = start;
                for (int feature : example.features) {
                    sum += weights[feature] / length;
                }
                double error = (wanted.test(example.urgency) ? 1 : 0) - 1 / (1 + Math.exp(-sum));
                startSlope += error;
                for (int feature : example.features) {
                    slope[feature] += error / length;
                }
            }
            start += RATE * startSlope / Math.sqrt(from.size()) / 10;
            for (int i = 0; i < weights.length; i++) {
                weights[i] += RATE / 10 * (slope[i] - PULL_TO_ZERO * weights[i]);
            }
        }
        return new Model(weights, start);
    }
}
