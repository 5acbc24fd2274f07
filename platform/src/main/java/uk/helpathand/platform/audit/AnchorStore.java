package uk.helpathand.platform.audit;

import java.io.IOException;
import java.util.Optional;

/**
 * Where anchors are kept, outside the database and out of the hands of whoever runs it: shaped for object-lock storage, where
 * what was put once stands until its term is over.
 */
interface AnchorStore {

    /**
     * One thing that is kept.
     *
     * @param name empty where even that cannot be read
     */
    record Kept(String name, String content) {}

    /** What is done with one of them. */
    interface Reader {
        void read(Kept kept) throws IOException;
    }

    /**
     * Puts it under a name that is greater than all before. Returns when it will be there after a crash.
     *
     * @return false when there is one of that name or a later one: nothing is ever overwritten
     */
    boolean put(String name, String content) throws IOException;

    /** The one with the greatest name. */
    Optional<Kept> latest() throws IOException;

    /** All, in the order of their names. */
    void list(Reader reader) throws IOException;
}
