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
import java.util.stream.Collectors;

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
    private static final double FALSE_DANGER = Double.parseDouble(System.getProperty("false.danger", "0.07"));

    /** Of messages that need nobody today, how many may be reported as for today. */
    private static final double FALSE_TODAY = Double.parseDouble(System.getProperty("false.today", "0.05"));

    /** @param features of all pieces together; weights are learned from these */
    private record Example(int[] features, List<int[]> pieces, String urgency) {}

    private record Model(double[] weights, double start) {

        /** What the service makes of it: too few known words are never reported. */
        double score(Example example) {
            return example.pieces.stream().mapToDouble(this::score).max().orElseThrow();
        }

        private double score(int[] piece) {
            double sum = 0;
            int known = 0;
            for (int feature : piece) {
                if (isKept(weights[feature])) {
                    sum += weights[feature];
                    known++;
                }
            }
            return known < LearnedWords.FEWEST_KNOWN ? Double.NEGATIVE_INFINITY : start + sum / Math.sqrt(known);
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
        lines.add(LearnedWords.START + "\t" + line(danger.start(), today.start()));
        lines.add(LearnedWords.SEVERAL + "\t" + line(danger.takenOff(), today.takenOff()));
        numbers.forEach((feature, number) -> {
            double one = danger.model.weights[number];
            double other = today.model.weights[number];
            if (isKept(one) || isKept(other)) {
                lines.add(feature + "\t" + line(one, other));
            }
        });
        Files.write(WEIGHTS, lines);
    }

    private record Learned(Model model, double threshold, double thresholdOfSeveral) {

        double start() {
            return model.start - threshold;
        }

        double takenOff() {
            return Math.min(0, threshold - thresholdOfSeveral);
        }
    }

    private static boolean isKept(double weight) {
        return Math.abs(weight) > SMALLEST;
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
        Map<List<Set<String>>, String> all = new HashMap<>();
        messages.forEach((text, message) -> {
            Tokens tokens = book.weighty(book.read(Word.of(text)));
            all.put(LearnedWords.pieces(tokens), message.get("urgency").asText());
        });
        all.keySet().forEach(pieces -> together(pieces).forEach(feature -> seenIn.merge(feature, 1, Integer::sum)));
        seenIn.forEach((feature, times) -> {
            if (times > 1) {
                numbers.put(feature, numbers.size());
            }
        });
        all.forEach((pieces, urgency) -> examples.add(new Example(
                numbered(together(pieces)), pieces.stream().map(this::numbered).toList(), urgency)));
        examples.sort((one, other) -> Integer.compare(Arrays.hashCode(one.features), Arrays.hashCode(other.features)));
    }

    private static Set<String> together(List<Set<String>> pieces) {
        return pieces.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private int[] numbered(Set<String> features) {
        return features.stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .toArray();
    }

    /** The thresholds come from messages that the model in question did not learn from. */
    private Learned learned(Predicate<String> wanted, double falseAlarms) {
        List<Double> wrong = new ArrayList<>();
        List<Double> wrongOfSeveral = new ArrayList<>();
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
                    .forEach(
                            example -> (example.pieces.size() == 1 ? wrong : wrongOfSeveral).add(model.score(example)));
            left.stream()
                    .filter(example -> wanted.test(example.urgency))
                    .forEach(example -> right.add(model.score(example)));
        }
        double threshold = threshold(wrong, falseAlarms);
        System.out.printf(
                "%d messages; at %.0f %% false alarms %d of %d are seen%n",
                examples.size(),
                falseAlarms * 100,
                right.stream().filter(score -> score > threshold).count(),
                right.size());
        return new Learned(model(examples, wanted), threshold, threshold(wrongOfSeveral, falseAlarms));
    }

    private static double threshold(List<Double> wrong, double falseAlarms) {
        wrong.sort(null);
        return wrong.get((int) ((1 - falseAlarms) * (wrong.size() - 1)));
    }

    private Model model(List<Example> from, Predicate<String> wanted) {
        double[] weights = new double[numbers.size()];
        double start = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[weights.length];
            double startSlope = 0;
            for (Example example : from) {
                // Danger may stand in one piece only; where there is none, there is none in any.
                boolean danger = wanted.test(example.urgency);
                for (int[] features : danger ? List.of(example.features) : example.pieces) {
                    double length = Math.sqrt(Math.max(1, features.length));
                    double sum = start;
                    for (int feature : features) {
                        sum += weights[feature] / length;
                    }
                    double error = (danger ? 1 : 0) - 1 / (1 + Math.exp(-sum));
                    startSlope += error;
                    for (int feature : features) {
                        slope[feature] += error / length;
                    }
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
