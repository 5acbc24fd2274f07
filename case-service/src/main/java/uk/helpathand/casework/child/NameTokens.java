package uk.helpathand.casework.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.helpathand.casework.child.WrittenName.Word;
import uk.helpathand.platform.crypto.MasterKeys;

/**
 * What of a name is kept to find it by: keyed hashes of the whole name, of each part as it is written, of each word and each
 * pair of words as they sound. A date of birth has few values, so it is never hashed by itself but together with a sound
 * (STANDARDS 5.3).
 */
@ApplicationScoped
class NameTokens {

    /** Raise it with every change of what is hashed: a job then makes the tokens of all children anew. */
    static final int FORM = 1;

    private static final String PURPOSE = "child-token";
    private static final String UNKNOWN_DATE = "-";

    /** Born on that day with both names by sound comes before the very name of whom nobody knows when they were born. */
    private static final int BIRTH_WEIGHT = 130;

    private static final int WHOLE_WEIGHT = 100;
    private static final int PAIR_WEIGHT = 20;
    private static final int WRITTEN_WEIGHT = 12;
    private static final int SOUND_WEIGHT = 8;

    @Inject
    MasterKeys keys;

    /**
     * One thing to look for.
     *
     * @param slot of several in one slot the heaviest counts
     * @param admits without one of these a child is not found, however many others they have
     */
    record Sought(long token, int slot, int weight, boolean admits) {}

    /** Of a child. */
    Set<Long> of(String name, LocalDate dateOfBirth) {
        var tokens = new HashSet<Long>();
        WrittenName written = WrittenName.of(name);
        if (written.parts().isEmpty()) {
            return tokens;
        }
        tokens.add(whole(written));
        written.parts().forEach(part -> tokens.add(part(part)));
        for (Word word : written.words()) {
            tokens.addAll(sounds(word));
            tokens.addAll(births(word, date(dateOfBirth)));
        }
        written.pairs().forEach(pair -> tokens.addAll(pairs(pair)));
        return tokens;
    }

    /** Of what somebody asks for. */
    List<Sought> sought(String name, LocalDate dateOfBirth) {
        var sought = new ArrayList<Sought>();
        WrittenName written = WrittenName.of(name);
        if (written.parts().isEmpty()) {
            return sought;
        }
        boolean admits = dateOfBirth == null;
        int slot = 0;
        sought.add(new Sought(whole(written), slot++, WHOLE_WEIGHT, admits));
        for (Word word : written.words()) {
            if (word.isOnePart()) {
                sought.add(new Sought(part(word.text()), slot, WRITTEN_WEIGHT, admits));
            }
            add(sought, sounds(word), slot++, SOUND_WEIGHT, admits);
        }
        for (List<Word> pair : written.pairs()) {
            add(sought, pairs(pair), slot++, PAIR_WEIGHT, admits);
        }
        if (dateOfBirth != null) {
            for (Word word : written.words()) {
                add(sought, births(word, date(dateOfBirth)), slot, BIRTH_WEIGHT, true);
                add(sought, births(word, UNKNOWN_DATE), slot, 0, true);
            }
        }
        return sought;
    }

    /** By which those are found whose whole name may be this one: as it is written, or two words as they sound. */
    Set<Long> likely(String name) {
        var likely = new HashSet<Long>();
        WrittenName written = WrittenName.of(name);
        if (!written.parts().isEmpty()) {
            likely.add(whole(written));
            written.pairs().forEach(pair -> likely.addAll(pairs(pair)));
        }
        return likely;
    }

    private static void add(List<Sought> sought, Set<Long> tokens, int slot, int weight, boolean admits) {
        tokens.forEach(token -> sought.add(new Sought(token, slot, weight, admits)));
    }

    private long whole(WrittenName name) {
        return hash("whole", name.whole());
    }

    private long part(String part) {
        return hash("part", part);
    }

    private Set<Long> sounds(Word word) {
        var tokens = new HashSet<Long>();
        Sounds.of(word.text()).forEach(sound -> tokens.add(hash("sound", sound)));
        return tokens;
    }

    private Set<Long> births(Word word, String date) {
        var tokens = new HashSet<Long>();
        Sounds.of(word.text()).forEach(sound -> tokens.add(hash("birth", date, sound)));
        return tokens;
    }

    /** In whichever order they stand. */
    private Set<Long> pairs(List<Word> pair) {
        var tokens = new HashSet<Long>();
        for (String one : Sounds.of(pair.get(0).text())) {
            for (String other : Sounds.of(pair.get(1).text())) {
                tokens.add(hash("pair", new TreeSet<>(List.of(one, other)).toArray(String[]::new)));
            }
        }
        return tokens;
    }

    private static String date(LocalDate dateOfBirth) {
        return dateOfBirth == null ? UNKNOWN_DATE : dateOfBirth.toString();
    }

    private long hash(String kind, String... values) {
        return ByteBuffer.wrap(keys.hash(PURPOSE, kind + "|" + String.join("|", values)))
                .getLong();
    }
}
