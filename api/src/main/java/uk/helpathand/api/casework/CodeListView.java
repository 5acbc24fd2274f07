package uk.helpathand.api.casework;

import java.time.LocalDate;
import java.util.List;

/** A code list in the order in which a form shows it: also codes that are no longer in use, so that old records stay readable. */
public record CodeListView(String list, List<CodeView> codes) {

    /**
     * One code.
     *
     * @param parent absent for an entry that stands alone
     * @param label as the record and reports say it
     * @param plain as a form says it
     * @param validFrom the first day on which it may be chosen
     * @param validTo the last; absent while it is in use
     * @param replacedBy codes that came after it
     */
    public record CodeView(
            String code,
            String parent,
            String label,
            String plain,
            LocalDate validFrom,
            LocalDate validTo,
            List<String> replacedBy) {}
}
