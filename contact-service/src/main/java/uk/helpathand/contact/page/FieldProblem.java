package uk.helpathand.contact.page;

import java.util.List;

/** What has to be put right in one field, in words for its reader. */
public record FieldProblem(String field, String words) {

    /** Null when the field is fine. */
    static String of(String field, List<FieldProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FieldProblem::words)
                .findFirst()
                .orElse(null);
    }
}
