package uk.helpathand.platform.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A code list: data with the days on which a code may be used, never an enum. In the order in which a form shows it. */
public record CodeList(String name, List<Code> codes) {

    /** What may be chosen on that day. */
    public List<Code> validOn(LocalDate day) {
        return codes.stream().filter(code -> code.isValidOn(day)).toList();
    }

    /** Also one that is no longer in use; empty for one that this release does not know. */
    public Optional<Code> find(String code) {
        return codes.stream().filter(known -> known.code().equals(code)).findFirst();
    }

    public boolean isValid(String code, LocalDate day) {
        return find(code).filter(known -> known.isValidOn(day)).isPresent();
    }

    /** In plain words; a code that this release does not know stands for itself. */
    public String plain(String code) {
        return find(code).map(Code::plain).orElse(code);
    }
}
