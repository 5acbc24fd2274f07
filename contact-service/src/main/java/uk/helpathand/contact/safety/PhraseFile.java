package uk.helpathand.contact.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import uk.helpathand.api.Urgency;

/** Reads a phrase file; its form stands at the head of {@code safety/en.phrases} and in docs/danger-screening.md. */
final class PhraseFile {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{2,59}");

    private final Lexicon lexicon = new Lexicon();
    private final WordReader reader = new WordReader(lexicon);
    private final PhraseParser phrases = new PhraseParser(lexicon, reader);
    private final List<PhraseBook.Reason> reasons = new ArrayList<>();
    private final List<Phrase> harmless = new ArrayList<>();
    private final List<Phrase> past = new ArrayList<>();
    private final List<Phrase> now = new ArrayList<>();
    private final List<Phrase> told = new ArrayList<>();
    private final List<Phrase> real = new ArrayList<>();
    private final String name;
    private List<Phrase> section;
    private List<Phrase> unless;
    private int lineNumber;
    private boolean forgiving;

    private PhraseFile(String name) {
        this.name = name;
    }

    /** @throws IllegalStateException naming file and line, so that a service with a broken file does not start */
    static PhraseBook read(String name, InputStream stream) {
        return new PhraseFile(name).read(stream);
    }

    private PhraseBook read(InputStream stream) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lineNumber++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    takeOrFail(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        phrases.unused().forEach(group -> {
            throw fault("nobody uses {" + group + "}");
        });
        if (forgiving) {
            reader.forgiveMisspellings();
        }
        return new PhraseBook(lexicon, reader, reasons, new PhraseBook.Exceptions(harmless, past, now, told, real));
    }

    private void takeOrFail(String line) {
        try {
            take(line);
        } catch (IllegalArgumentException e) {
            throw fault(e.getMessage());
        }
    }

    private void take(String line) {
        if (Character.isWhitespace(line.charAt(0))) {
            phrase(line.strip());
            return;
        }
        String[] halves = line.split("\\s+", 2);
        String rest = halves.length > 1 ? halves[1].strip() : "";
        switch (halves[0]) {
            case "misspellings" -> forgiving = true;
            case "known" -> list(rest).forEach(word -> reader.rightlySpelt(Spelling.plain(word)));
            case "skip" -> list(rest).forEach(word -> reader.skip(Spelling.plain(word)));
            case "prefix" -> list(rest).forEach(word -> reader.prefix(Spelling.plain(word)));
            case "same" -> same(rest);
            case "also" -> also(rest);
            case "group" -> group(rest);
            case "reason" -> reason(rest);
            case "harmless" -> begin(harmless);
            case "past" -> begin(past);
            case "now" -> begin(now);
            case "told" -> begin(told);
            case "real" -> begin(real);
            default -> throw fault("unknown word " + halves[0]);
        }
    }

    private void begin(List<Phrase> phrases) {
        section = phrases;
        unless = null;
    }

    private void same(String line) {
        String[] halves = halves(line);
        for (String typed : list(halves[1])) {
            reader.same(Spelling.plain(typed), phrases.words(halves[0]));
        }
    }

    private void also(String line) {
        String[] halves = halves(line);
        list(halves[1]).forEach(typed -> lexicon.also(Spelling.plain(typed), Spelling.plain(halves[0])));
    }

    private void group(String line) {
        String[] halves = halves(line);
        phrases.define(halves[0], list(halves[1]));
    }

    private void reason(String line) {
        String[] parts = line.split("\\s+");
        if (!CODE.matcher(parts[0]).matches()) {
            throw fault("not a reason code: " + parts[0]);
        }
        List<String> kinds = Arrays.asList(parts).subList(1, parts.length);
        Urgency urgency = kinds.contains("immediate")
                ? Urgency.IMMEDIATE
                : kinds.contains("high") ? Urgency.HIGH : Urgency.STANDARD;
        boolean warning = kinds.contains("warning");
        if (urgency == Urgency.STANDARD && !warning) {
            throw fault("say immediate, high or warning");
        }
        begin(new ArrayList<>());
        unless = new ArrayList<>();
        reasons.add(new PhraseBook.Reason(parts[0], urgency, warning, section, unless));
    }

    private void phrase(String line) {
        if (section == null) {
            throw fault("a phrase before its reason");
        }
        boolean exception = line.startsWith("unless ");
        if (exception && unless == null) {
            throw fault("unless belongs to a reason");
        }
        (exception ? unless : section).add(phrases.parse(exception ? line.substring("unless ".length()) : line));
    }

    private String[] halves(String line) {
        String[] halves = line.split("\\s*=\\s*", 2);
        if (halves.length < 2) {
            throw fault("needs a =");
        }
        return halves;
    }

    private static List<String> list(String line) {
        return Arrays.stream(line.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private IllegalStateException fault(String what) {
        return new IllegalStateException(name + ", line " + lineNumber + ": " + what);
    }
}
