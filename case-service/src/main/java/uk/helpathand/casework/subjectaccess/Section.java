package uk.helpathand.casework.subjectaccess;

import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of thing that is held on a child. A new table with something about children needs a class like this, or a reason in
 * {@code SectionsTest} why none of it belongs into a copy: that test fails until it has either. The class alone is enough, no list names
 * it.
 */
interface Section {

    /** Where it stands among the others; they begin with who the child is, and end with who looked. */
    int place();

    /** In plain English, as the child reads it. */
    String title();

    /** Tables whose rows it shows. */
    List<String> tables();

    /** In the order of time. Within the transaction in which the package is built. */
    Stream<Entry> entries(Held held);
}
