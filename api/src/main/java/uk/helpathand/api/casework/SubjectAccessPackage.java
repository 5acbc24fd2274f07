package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything that both services hold on a child, as it was at one moment.
 *
 * @param until what came after it is left out; absent where nothing is
 * @param undecided entries with lines about other people on which nobody has decided, which are left out of the child's copy;
 *     absent in that
 * @param leftOut entries that an exemption leaves out; absent where it would do harm to say so
 */
public record SubjectAccessPackage(
        UUID requestId,
        SubjectAccessCopy copy,
        Instant builtAt,
        Instant until,
        String childReference,
        Integer undecided,
        Integer leftOut,
        @Schema(required = true) List<Section> sections) {

    /**
     * All of one kind.
     *
     * @param title in plain English
     * @param source the tables in which it stands
     */
    public record Section(
            String title,
            @Schema(required = true) List<String> source,
            @Schema(required = true) List<Entry> entries) {}

    /**
     * One thing that is held.
     *
     * @param id the same in every package of this child, to decide on
     * @param at when it was said, done or received; absent where that is not known
     * @param what in plain English
     * @param thirdParty whether any of its lines is about somebody else
     * @param decision {@code redact} or {@code release}; absent while nobody has decided, and in the child's copy
     * @param exempt that it is left out of the child's copy; absent there
     */
    public record Entry(
            String id,
            Instant at,
            String what,
            boolean thirdParty,
            String decision,
            Boolean exempt,
            @Schema(required = true) List<Line> lines) {}

    /**
     * One field of it.
     *
     * @param text as it is held, or a sentence in square brackets where it is left out
     * @param thirdParty whether it is, or may be, about somebody else or in their words
     * @param why it is taken for that; absent where it is not, and in the child's copy
     */
    public record Line(String label, String text, boolean thirdParty, String why) {}
}
