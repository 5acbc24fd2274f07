package uk.helpathand.casework.subjectaccess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.helpathand.api.casework.SubjectAccessPackage.Line;

/** One thing that is held on a child, before anybody has decided what of it is given. */
final class Entry {

    /** Why a line is taken for somebody else's. */
    static final String COLLEAGUE = "names a colleague";

    static final String COLLEAGUES_WORDS = "a colleague's words, in which others may be named";
    static final String ADULT = "about the adult who wrote to us, or in their words";
    static final String SEVERAL_CHILDREN = "from a request about several children: it may be about another child";
    static final String OTHER_THREAD = "another conversation, perhaps of somebody else";

    final String id;
    final Instant at;
    final String what;
    final List<Line> lines = new ArrayList<>();

    private Entry(String id, Instant at, String what) {
        this.id = id;
        this.at = at;
        this.what = what;
    }

    /** @param at null where that is not known */
    static Entry of(String table, Object key, Instant at, String what) {
        return new Entry(table + ":" + key, at, what);
    }

    /** A field of the child's own. One without a value is left out, as the next. */
    Entry line(String label, Object value) {
        return line(label, value, null);
    }

    /** @param why it is somebody else's, or may be; null for the child's own */
    Entry line(String label, Object value, String why) {
        String text = Plain.of(value);
        if (text != null && !text.isEmpty()) {
            lines.add(new Line(label, text, why != null, why));
        }
        return this;
    }

    /** A code, of the child's own. @param list under which its words stand in {@code words.properties} */
    Entry code(String label, String list, Object code) {
        return line(label, Words.of(list, code));
    }

    boolean isOfOthers() {
        return lines.stream().anyMatch(Line::thirdParty);
    }
}
