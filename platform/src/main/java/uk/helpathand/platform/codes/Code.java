package uk.helpathand.platform.codes;

import java.time.LocalDate;
import java.util.List;

/**
 * One entry of a code list. It stays readable for ever; it may be chosen on its days only.
 *
 * @param parent null for an entry that stands alone
 * @param label as the record and reports say it
 * @param plain as a form says it to somebody who does not know the label
 * @param validFrom the first day on which it may be chosen
 * @param validTo the last; null while it is in use
 * @param replacedBy codes that came after it
 * @param alsoKnownAs other names under which people look for it
 */
public record Code(
        String code,
        String parent,
        String label,
        String plain,
        LocalDate validFrom,
        LocalDate validTo,
        List<String> replacedBy,
        List<String> alsoKnownAs) {

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
